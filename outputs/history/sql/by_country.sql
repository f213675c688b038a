with counted as (
  select
    country,
    count(distinct incident_id) filter (change = 'came') as came,
    count(distinct incident_id) filter (change = 'went') as went,
    count(distinct incident_id) filter (change = 'changed') as changed
  from differences
  group by country
),

stood as (
  select
    country,
    count(*) as incidents_before,
    sum(killed) filter (scope = 'single')::bigint as killed_before
  from state_before
  group by country
),

stands as (
  select
    country,
    count(*) as incidents_after,
    sum(killed) filter (scope = 'single')::bigint as killed_after
  from state_after
  group by country
),

countries as (
  select country
  from stood
  union
  select country
  from stands
)

select
  countries.country,
  coalesce(stood.incidents_before, 0) as incidents_before,
  coalesce(stands.incidents_after, 0) as incidents_after,
  coalesce(counted.came, 0) as came,
  coalesce(counted.went, 0) as went,
  coalesce(counted.changed, 0) as changed,
  stood.killed_before,
  stands.killed_after
from countries
left join stood on stood.country is not distinct from countries.country
left join stands on stands.country is not distinct from countries.country
left join counted on counted.country is not distinct from countries.country
order by countries.country nulls last
