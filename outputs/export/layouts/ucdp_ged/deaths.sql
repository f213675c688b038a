-- Deaths by GED's sides: what the reports do not allot to one of the two sides or to civilians is unknown, so that the
-- four are best. On a side whose only people are civilians, civilians died.
create or replace temp view deaths as
with turned as (
  select
    incidents.incident_id,
    incidents.killed,
    incidents.ucdp_type,
    case when dyads.is_turned then incidents.killed_side_b else incidents.killed_side_a end as of_a,
    case when dyads.is_turned then incidents.killed_side_a else incidents.killed_side_b end as of_b,
    case when dyads.is_turned then incidents.actor1_type else incidents.actor2_type end as type_b,
    incidents.killed_civilians as of_civilians,
    least(incidents.killed_low, incidents.killed) as low,
    greatest(incidents.killed_high, incidents.killed) as high
  from incidents
  join dyads using (incident_id)
),

allotted as (
  select
    *,
    coalesce(of_a, 0) as deaths_a,
    case when ucdp_type = 3 or type_b = 'Civilians' then 0 else coalesce(of_b, 0) end as deaths_b,
    coalesce(of_civilians, 0) + case when type_b = 'Civilians' then coalesce(of_b, 0) else 0 end as deaths_civilians
  from turned
),

-- a person's correction of the total alone may leave more on the sides than there are
fitting as (
  select
    *,
    deaths_a + deaths_b + deaths_civilians <= killed as fits
  from allotted
)

select
  incident_id,
  case when fits then deaths_a else 0 end::integer as deaths_a,
  case when fits then deaths_b else 0 end::integer as deaths_b,
  case when fits then deaths_civilians else 0 end::integer as deaths_civilians,
  case when fits then killed - deaths_a - deaths_b - deaths_civilians else killed end::integer as deaths_unknown,
  killed as best,
  high,
  low
from fitting
