create or replace temp table acled_countries as
select
  unnest($key::varchar[]) as country_code,
  unnest($name::varchar[]) as name,
  unnest($region::varchar[]) as region,
  unnest($acronym::varchar[]) as acronym,
  unnest($iso::integer[]) as iso
