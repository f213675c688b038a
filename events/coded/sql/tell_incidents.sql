-- The incidents as they are derived, each told once. What a person has dismissed is none, and a round-up is no one
-- event; all are of one list, so none meets another.
insert into tellings by name
with parties as (
    select
        incident_id,
        list(
            {name: actor, actor_id: actor_id, type: type, side: side, country_code: country_code}
            order by position
        ) as actors
    from participant_facts
    where incident_id is not null
        and kind is distinct from 'thing'
    group by incident_id
)

select
    incident_facts.incident_id as id,
    'incidents' as group_id,
    true as coded,
    true as founds,
    false as recalls,
    'single' as scope,
    incident_facts.date_start,
    incident_facts.date_end,
    incident_facts.date_precision,
    incident_facts.country_code,
    incident_facts.latitude,
    incident_facts.longitude,
    incident_facts.radius_km,
    incident_facts.place_precision,
    incident_facts.event_type,
    incident_facts.sub_event_type,
    parties.actors,
    incident_facts.killed_low,
    incident_facts.killed,
    incident_facts.killed_high,
    incident_facts.injured_low,
    incident_facts.injured,
    incident_facts.injured_high,
    incident_facts.summary as text,
    0 as trigger_start
from incident_facts
left join parties using (incident_id)
where incident_facts.scope = 'single'
    and incident_facts.review_status <> 'dismissed'
