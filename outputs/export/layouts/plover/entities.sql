-- Who did what to whom, as PLOVER's entities; a side's first actor stands first. Who did it is the actor: where no report
-- tells who did, side a.
create or replace temp view entities as
with acting as (
  select
    participants.incident_id,
    participants.side,
    participants.role,
    {
      code: home.code || case
        when regexp_matches(participants.actor, '(?i)polic|gendarm|carabin|constab') then 'COP'
        when participants.type in ('State forces', 'External/Other forces')
          and regexp_matches(participants.actor, '(?i)government|ministr|authorit|president|parliament') then 'GOV'
        else plover_sectors.sector
      end,
      sector: case
        when regexp_matches(participants.actor, '(?i)polic|gendarm|carabin|constab') then 'COP'
        when participants.type in ('State forces', 'External/Other forces')
          and regexp_matches(participants.actor, '(?i)government|ministr|authorit|president|parliament') then 'GOV'
        else plover_sectors.sector
      end,
      entity_text: one_line(participants.actor)
    } as entity,
    participants.actor is not distinct from case participants.side
      when 'a' then incidents.actor1
      when 'b' then incidents.actor2
    end as is_first
  from participants
  join incidents using (incident_id)
  join plover_sectors on plover_sectors.type = participants.type
  left join plover_countries as home
    on home.country_code = coalesce(
      participants.country_code,
      case when participants.type <> 'External/Other forces' then incidents.country_code end
    )
  where participants.mention_id is null
    and participants.kind is distinct from 'thing'
    and participants.actor is not null
),

distinct_entities as (
  select
    incident_id,
    entity,
    bool_or(role = 'perpetrator') as did_it,
    min(side) as side,
    bool_or(is_first) as is_first
  from acting
  group by
    incident_id,
    entity
),

judged as (
  select
    *,
    bool_or(did_it) over (partition by incident_id) as is_told
  from distinct_entities
)

select
  incident_id,
  list(entity order by is_first desc, side, entity)
    filter (where did_it or not is_told and side = 'a') as actor,
  list(entity order by is_first desc, side, entity)
    filter (where not did_it and (is_told or side is distinct from 'a')) as recipient
from judged
group by incident_id
