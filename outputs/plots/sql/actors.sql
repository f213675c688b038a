-- Those who took part in the most incidents, each counted once in an incident whatever its roles. Who bears no name
-- ("gunmen", "Police" at a sentence's start) stands with the others of its type.
with told as (
    select
        participants.incident_id,
        participants.type,
        case
            when participants.actor_id is not null
                or participants.country_code is not null
                or regexp_matches(participants.actor, '.\p{Lu}') then participants.actor
            else participants.type || ' (unnamed)'
        end as actor
    from participants
    where participants.mention_id is null
        and participants.kind is distinct from 'thing'
),

present as (
    select distinct *
    from told
    where actor is not null
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
