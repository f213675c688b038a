-- Participants by ACLED's rule for names: those whom only a word tells ("gunmen", "police") by their kind and country.
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
    when participants.type in ('Civilians', 'Protesters', 'Rioters') and participants.actor_id is null
      then participants.type || ' (' || here.name || ')'
    when participants.actor_id is not null then listed(participants.actor)
    when participants.type in ('State forces', 'External/Other forces')
      and (participants.type = 'State forces' or home.name is not null)
      then case
        when regexp_matches(participants.actor, '(?i)polic|gendarm|carabin|constab') then 'Police Forces of '
        when regexp_matches(participants.actor, '(?i)government|ministr|authorit|president|parliament')
          then 'Government of '
        else 'Military Forces of '
      end || coalesce(home.name, here.name)
    when names_somebody(participants.actor) then listed(participants.actor)
    else 'Unidentified Armed Group (' || here.name || ')'
  end as name
from participants
join incidents using (incident_id)
join acled_countries as here on here.country_code = incidents.country_code
left join acled_countries as home on home.country_code = participants.country_code
where participants.mention_id is null
  and participants.kind is distinct from 'thing'
  and participants.type is not null
