-- Participants by UCDP's rule for names: a state's forces are its government, others have the name that they are known
-- by, and whom only a word tells ("gunmen") has none.
create or replace temp view named as
select
  participants.incident_id,
  participants.side,
  participants.role,
  participants.type,
  participants.actor is not distinct from case participants.side
    when 'a' then incidents.actor1
    when 'b' then incidents.actor2
  end as is_first,
  case
    when participants.type = 'State forces' then 'Government of ' || coalesce(home.name, here.name)
    when participants.actor_id is not null then listed(participants.actor)
    when participants.type = 'External/Other forces' and home.name is not null then 'Government of ' || home.name
    when names_somebody(participants.actor) then listed(participants.actor)
  end as name
from participants
join incidents using (incident_id)
left join ged_states as here
  on here.country_code = incidents.country_code
  and incidents.date_start between here.since and here.until
left join ged_states as home
  on home.country_code = participants.country_code
  and incidents.date_start between home.since and home.until
where participants.mention_id is null
  and participants.kind is distinct from 'thing'
  and participants.type is not null
