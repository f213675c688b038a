create or replace temp table plover_countries as
select
  unnest($key::varchar[]) as country_code,
  unnest($name::varchar[]) as name,
  unnest($acronym::varchar[]) as code
