-- Which mentions tell the same incident, each with the founding mention: the first published of those that can found.
create or replace temp table partition as
with founders as (
    select
        clusters.cluster,
        min_by(tellings.id, row(coalesce(tellings.published, date '9999-12-31'), tellings.id)) as founder
    from clusters
    join tellings on tellings.id = clusters.id
    where tellings.founds
    group by clusters.cluster
)

select
    clusters.id as mention_id,
    founders.founder
from clusters
join founders using (cluster)
