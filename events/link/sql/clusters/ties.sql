-- How clusters of a stage hang together: the sum of the scores of their pairs, of which each has its say.
create or replace temp table ties as
with speaking as (
    select voice, cluster
    from staged
    where stage = $stage
        and has_say
),

tied as (
    select
        least(first.cluster, second.cluster) as one,
        greatest(first.cluster, second.cluster) as other,
        scored.score
    from scored
    join speaking as first on first.voice = scored.one
    join speaking as second on second.voice = scored.other
),

summed as (
    select
        one,
        other,
        sum(score)::bigint as total,
        max(score) as best
    from tied
    where one < other
    group by one, other
),

apart as (
    select distinct
        summed.one,
        summed.other
    from summed
    join kept_apart as first on first.cluster = summed.one
    join kept_apart as second on second.cluster = summed.other and second.mark = first.mark
)

select
    summed.one,
    summed.other,
    summed.total,
    summed.best,
    apart.one is not null as is_barred
from summed
left join apart
    on apart.one = summed.one
    and apart.other = summed.other
