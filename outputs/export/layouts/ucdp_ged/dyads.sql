-- Names and numbers of sides, dyads and conflicts. A dyad is named where both sides are; what two states or a state and
-- a group fight about no report says, so the conflict has a name only where UCDP calls it as the dyad.
create or replace temp table dyads as
select
  sides.incident_id,
  sides.is_turned,
  sides.side_a,
  sides.side_b,
  bits_of_name(sides.side_a) as side_a_number,
  bits_of_name(sides.side_b) as side_b_number,
  sides.side_a || ' - ' || sides.side_b as dyad_name,
  bits_of_name(dyad_name) as dyad_number,
  case when incidents.ucdp_type <> 1 then dyad_name end as conflict_name,
  bits_of_name('conflict ' || conflict_name) as conflict_number,
  sum(incidents.killed) over (partition by dyad_name, year(incidents.date_start)) as killed_in_year
from sides
join incidents using (incident_id);

create or replace temp view numbered as
select
  'incident' as kind,
  incident_id as name,
  number
from numbers

union all

select distinct
  'side',
  unnest([side_a, side_b]),
  unnest([side_a_number, side_b_number])
from dyads

union all

select distinct
  'dyad',
  dyad_name,
  dyad_number
from dyads

union all

select distinct
  'conflict',
  conflict_name,
  conflict_number
from dyads
