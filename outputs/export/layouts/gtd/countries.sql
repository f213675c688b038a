create or replace temp table gtd_places as
select
  unnest($key::varchar[]) as country_code,
  unnest($name::varchar[]) as name,
  unnest($code::integer[]) as code,
  unnest($region::integer[]) as region
