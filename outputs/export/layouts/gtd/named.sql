-- Countries with the names of their regions.
create or replace temp view gtd_countries as
select
  gtd_places.country_code,
  gtd_places.name,
  gtd_places.code,
  gtd_places.region,
  regions.text as region_name
from gtd_places
join regions on regions.code = gtd_places.region;

-- Participants by the names that reports give them; whom only a word tells ("gunmen") has none. Of a state's forces it
-- matters whether they are police.
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
    when participants.type in ('State forces', 'External/Other forces')
      then case
        when regexp_matches(participants.actor, '(?i)polic|gendarm|carabin|constab') then 'Police'
        else 'Military'
      end
    when participants.actor_id is not null or names_somebody(participants.actor) then listed(participants.actor)
  end as name
from participants
join incidents using (incident_id)
where participants.mention_id is null
  and participants.kind is distinct from 'thing'
  and participants.type is not null
