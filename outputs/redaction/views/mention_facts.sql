-- An incident's place is its district, else its province, else its country, whatever was known; a centre that the
-- dataset has not is none.
create or replace temp view mention_facts as
with placed as (
  select
    *,
    case
      when place_precision in ('country', 'unknown') then place_precision
      when admin2 is not null and place_precision is distinct from 'admin1' then 'admin2'
      when admin1 is not null then 'admin1'
      when country_code is not null then 'country'
      else 'unknown'
    end as known_to
  from unredacted_mention_facts
)

select placed.* exclude (known_to) replace (
  null::varchar as summary,
  null::varchar as place_as_written,
  first_actor.told as actor1,
  second_actor.told as actor2,
  doers.told as perpetrator,
  victims.told as target,
  case when hidden.places then null else placed.admin3 end as admin3,
  case when hidden.places and known_to not in ('admin2') then null else placed.admin2 end as admin2,
  case
    when not hidden.places then placed.place
    when known_to = 'admin2' then placed.admin2
    when known_to = 'admin1' then placed.admin1
    when known_to = 'country' then placed.country
  end as place,
  case when hidden.places then known_to else placed.place_precision end as place_precision,
  case when hidden.places then divisions.place_id else placed.place_id end as place_id,
  case when hidden.places then divisions.latitude else placed.latitude end as latitude,
  case when hidden.places then divisions.longitude else placed.longitude end as longitude,
  case when hidden.places then divisions.radius_km else placed.radius_km end as radius_km
)
from placed
cross join hidden_kinds as hidden
left join tellable_labels as first_actor on first_actor.label = placed.actor1
left join tellable_labels as second_actor on second_actor.label = placed.actor2
left join tellable_labels as doers on doers.label = placed.perpetrator
left join tellable_labels as victims on victims.label = placed.target
left join tellable_divisions as divisions
  on divisions.kind = placed.known_to
  and divisions.country_code = placed.country_code
  and divisions.admin1 is not distinct from case when known_to <> 'country' then placed.admin1 end
  and divisions.admin2 is not distinct from case when known_to = 'admin2' then placed.admin2 end
