-- Attacks by GTD's types: of what kind, with which weapon, by whom, on whom.
create or replace temp view attacks as
with known as (
  select
    incidents.incident_id,
    incidents.weapon as weapon_told,
    attack_kinds.attack as attack_kind,
    attack_kinds.armed,
    coalesce([party for party in parties.armed if party.did_it], []) as attackers,
    coalesce([party for party in parties.armed if not party.did_it], []) as attacked,
    coalesce(parties.has_civilians, false) or coalesce(incidents.killed_civilians > 0, false)
      or coalesce(incidents.civilian_targeting, false) as hits_civilians
  from incidents
  join attack_kinds using (sub_event_type)
  left join parties using (incident_id)
)

select
  known.incident_id,
  [party for party in known.attackers if party.type not in ('State forces', 'External/Other forces')] as perpetrators,
  len(known.attackers) > 0 and len(perpetrators) = 0 as is_of_a_state,
  coalesce(weapon_types.code, 13) as weapon,
  case
    when known.weapon_told in ('Firearms', 'Melee', 'Incendiary') then known.armed
    when known.weapon_told = 'Explosives' and known.attack_kind = 9 then 3
    else known.attack_kind
  end as attack,
  case
    when known.hits_civilians then 14
    when len(known.attacked) = 0 then 20
    when known.attacked[1].name = 'Police' then 3
    when known.attacked[1].type in ('State forces', 'External/Other forces') then 4
    else 17
  end as target
from known
left join weapon_types on weapon_types.text = known.weapon_told
