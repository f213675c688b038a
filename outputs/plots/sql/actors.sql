-- Those who took part in the most incidents, each counted once in an incident whatever its roles.
with present as (
    select distinct
        participants.incident_id,
        participants.actor,
        participants.type
    from participants
    where participants.mention_id is null
        and participants.actor is not null
        and participants.kind is distinct from 'thing'
),

counted as (
    select
        present.actor,
        mode(present.type order by present.type) as type,
        count(distinct present.incident_id) as incidents
    from present
    join chosen using (incident_id)
    where chosen.scope is distinct from 'aggregate'
    group by present.actor
),

deaths as (
    select
        actor,
        coalesce(sum(killed), 0) as killed
    from (
        select distinct
            present.actor,
            present.incident_id,
            chosen.killed
        from present
        join chosen using (incident_id)
        where chosen.scope is distinct from 'aggregate'
    )
    group by actor
)

select
    counted.actor,
    counted.type,
    counted.incidents,
    deaths.killed
from counted
join deaths using (actor)
order by
    counted.incidents desc,
    counted.actor
limit $most
