-- Every match has a coded event, and an incident or an event of another list.
with events as (
    select event_id as id, source
    from coded_events
),

others as (
    from events
    union all
    select incident_id, null from incident_facts
    union all
    select old_id, null from retired
)

select matches.id, matches.event_id
from matches
left join events on events.id = matches.event_id
left join others on others.id = matches.id
where events.id is null
    or others.id is null
    or others.source = events.source
order by all;
