-- The coded events, with their actors by the names that reports give them.
insert into tellings by name
with acting as (
    select
        event_id,
        unnest(actors) as actor,
        generate_subscripts(actors, 1) as position
    from coded_events
),

parties as (
    select
        acting.event_id,
        list(
            {
                name: named.name,
                actor_id: named.actor_id,
                type: coalesce(acting.actor.type, named.type),
                side: acting.actor.side,
                country_code: coalesce(acting.actor.country_code, named.country_code)
            }
            order by acting.position
        ) as actors
    from acting
    left join named
        on named.written = acting.actor.name
        and named.written_type is not distinct from acting.actor.type
        and named.written_country is not distinct from acting.actor.country_code
    group by acting.event_id
)

select
    coded_events.event_id as id,
    'list ' || coded_events.source as group_id,
    true as coded,
    true as founds,
    false as recalls,
    'single' as scope,
    coded_events.date_start,
    coded_events.date_end,
    coded_events.date_precision,
    coded_events.country_code,
    coded_events.latitude,
    coded_events.longitude,
    coded_events.radius_km,
    coded_events.place_precision,
    coded_events.event_type,
    coded_events.sub_event_type,
    parties.actors,
    coded_events.killed_low,
    coded_events.killed,
    coded_events.killed_high,
    coded_events.injured as injured_low,
    coded_events.injured,
    coded_events.injured as injured_high,
    coded_events.text,
    0 as trigger_start
from coded_events
left join parties using (event_id)
