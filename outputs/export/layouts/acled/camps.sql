-- Who stands where: ACLED has two actors, each with those beside him. What the type of event says of them holds also
-- where no report names them: whoever attacked civilians is an armed group, whoever protested are protesters.
create or replace temp view camps as
with known as (
  select
    incidents.incident_id,
    incidents.event_type,
    incidents.sub_event_type,
    coalesce(parties.armed, []) as armed,
    coalesce(parties.armed_a, []) as armed_a,
    coalesce(parties.armed_b, []) as armed_b,
    coalesce(parties.crowd, []) as crowd,
    [{
      name: 'Unidentified Armed Group (' || here.name || ')', type: 'Political militia', side: null, did_it: true
    }] as somebody,
    case
      when parties.has_civilians or incidents.civilian_targeting or incidents.killed_civilians > 0
        then [{name: 'Civilians (' || here.name || ')', type: 'Civilians', side: 'civilians', did_it: false}]
      else []
    end as civilians,
    here.name as here
  from incidents
  join fates using (incident_id)
  join acled_countries as here on here.country_code = incidents.country_code
  left join parties using (incident_id)
  where fates.reason is null
),

-- in a battle or an explosion two sides are two camps; one alone did it, or had it done to itself by somebody
facing as (
  select
    *,
    case
      when len(armed_a) > 0 and len(armed_b) > 0 then armed_a
      when len(armed) > 0 and armed[1].did_it then armed
      else somebody
    end as attackers,
    case
      when len(armed_a) > 0 and len(armed_b) > 0 then armed_b
      when len(armed) > 0 and not armed[1].did_it then armed
      else []
    end as attacked
  from known
)

select
  incident_id,
  case
    when event_type in ('Protests', 'Riots') then [{
      name: case event_type when 'Protests' then 'Protesters' else 'Rioters' end || ' (' || here || ')',
      type: case event_type when 'Protests' then 'Protesters' else 'Rioters' end,
      side: null,
      did_it: true
    }] || [party for party in crowd if not starts_with(party.name, party.type)]
    when event_type = 'Violence against civilians' and len(armed) = 0 then somebody
    when event_type = 'Violence against civilians' then [party for party in armed if party.side = armed[1].side]
    when event_type <> 'Strategic developments' then attackers
    when len(armed_a) > 0 and len(armed_b) > 0 then armed_a
    when len(armed) > 0 then armed
    else civilians
  end as first_camp,
  case
    when sub_event_type = 'Peaceful protest' then []
    when event_type = 'Protests' or sub_event_type = 'Violent demonstration' then armed
    when event_type = 'Riots' and len(civilians) > 0 then civilians
    when event_type = 'Riots' then armed
    when event_type = 'Violence against civilians'
      then [{name: 'Civilians (' || here || ')', type: 'Civilians', side: 'civilians', did_it: false}]
    when event_type = 'Battles' and len(attacked) = 0 then somebody
    when event_type = 'Battles' or len(attacked) > 0 and event_type <> 'Strategic developments' then attacked
    when event_type <> 'Strategic developments' then civilians
    when len(armed_a) > 0 and len(armed_b) > 0 then armed_b
    when len(armed) > 0 then civilians
    else []
  end as second_camp
from facing
