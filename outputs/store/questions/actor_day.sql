-- What each actor took part in on each day. An incident stands with every actor in it, so nothing is to be summed over
-- actors; things that were hit are no actors.
create or replace view actor_day as
with parts as (
    select
        participants.incident_id,
        participants.actor_id,
        participants.actor,
        -- one actor may be perpetrator of one attack and victim of its answer within one incident
        bool_or(participants.role = 'perpetrator') as is_perpetrator,
        bool_or(participants.role in ('target', 'victim')) as is_target,
        min(participants.type) as type
    from participants
    where participants.mention_id is null
        and participants.kind <> 'thing'
        and participants.actor is not null
    group by
        participants.incident_id,
        participants.actor_id,
        participants.actor
)

select
    parts.actor_id,
    parts.actor,
    parts.type,
    countable_incidents.day,
    count(*) as incidents,
    count(*) filter (parts.is_perpetrator) as as_perpetrator,
    count(*) filter (parts.is_target) as as_target,
    count(distinct countable_incidents.country_code) as countries,
    sum(countable_incidents.killed_low)::bigint as killed_low,
    sum(countable_incidents.killed)::bigint as killed,
    sum(countable_incidents.killed_high)::bigint as killed_high,
    sum(countable_incidents.killed_civilians)::bigint as killed_civilians
from parts
join countable_incidents using (incident_id)
group by
    parts.actor_id,
    parts.actor,
    parts.type,
    countable_incidents.day;
