-- Sides a and b of the dyad, and which of the incident's sides stands as a. A government is side a; of two governments
-- or of two groups the first by the alphabet, so that a dyad has one name. Who is violent against civilians is a.
create or replace temp view sides as
with facing as (
  select
    incidents.incident_id,
    incidents.ucdp_type,
    incidents.actor2_type,
    [party.name for party in parties.armed_a if party.name is not null][1] as name_a,
    [party.name for party in parties.armed_b if party.name is not null][1] as name_b,
    [party for party in parties.armed if party.name is not null][1] as perpetrator
  from incidents
  join fates using (incident_id)
  left join parties using (incident_id)
  where fates.reason is null
),

turned as (
  select
    *,
    case
      when ucdp_type = 3 then coalesce(perpetrator.side = 'b', false)
      when name_a is null or name_b is null then coalesce(starts_with(name_b, 'Government of '), false)
      when starts_with(name_a, 'Government of ') <> starts_with(name_b, 'Government of ')
        then starts_with(name_b, 'Government of ')
      else name_a > name_b
    end as is_turned
  from facing
)

select
  incident_id,
  is_turned,
  case
    when ucdp_type = 3 then perpetrator.name
    when is_turned then name_b
    else name_a
  end as side_a,
  case
    when ucdp_type = 3 then 'Civilians'
    when is_turned then name_a
    else name_b
  end as side_b
from turned
