create or replace temp table ged_countries as
with told as (
  select
    unnest($key::varchar[]) as country_code,
    unnest($name::varchar[]) as name,
    unnest($number::integer[]) as number,
    unnest($region::varchar[]) as region,
    unnest($part_of::varchar[]) as part_of,
    unnest($since::varchar[])::date as since,
    unnest($before::varchar[]) as before
)

select
  told.country_code,
  coalesce(told.name, whole.name) as name,
  coalesce(told.number, whole.number) as number,
  coalesce(told.region, whole.region) as region,
  told.since,
  told.before
from told
left join told as whole on whole.country_code = told.part_of
