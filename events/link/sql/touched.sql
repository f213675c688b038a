-- Components whose mentions differ from those of the incident that they made up before.
with components as (
    select founder, list(mention_id order by mention_id) as mention_ids
    from partition
    group by founder
),
before as (
    select incident_id, list(mention_id order by mention_id) as mention_ids
    from memberships
    group by incident_id
),
-- an incident keeps its id with the component that holds most of its mentions
kept as (
    select
        partition.founder,
        memberships.incident_id,
        count(*) as shared
    from partition
    join memberships using (mention_id)
    group by all
),
heirs as (
    select
        incident_id,
        max_by(founder, (shared, founder)) as founder
    from kept
    group by incident_id
),
named as (
    select founder, min(incident_id) as incident_id
    from heirs
    group by founder
)
select
    components.founder,
    named.incident_id,
    components.mention_ids
from components
left join named using (founder)
left join before on before.incident_id = named.incident_id
where components.mention_ids is distinct from before.mention_ids
order by components.founder
