create or replace temp table outlets as
with listed as (
  select
    unnest($key::varchar[]) as name,
    unnest($scale::varchar[]) as scale,
    unnest($home::varchar[]) as home
)

-- what the user says of an outlet comes before the codebook
select name, scale, country_code as home
from outlet_facts
where scale is not null or country_code is not null
union all
select name, scale, home
from listed
where name not in (select name from outlet_facts where scale is not null or country_code is not null)
