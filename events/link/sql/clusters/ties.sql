-- How clusters of a stage hang together: the sum of the scores of their pairs, of which each has its say. A pair that is
-- no link speaks for less than clusters need on average, so that merging brings no two nearer to a third than the nearer of
-- them was: then the same clusters form in whatever order they merge, and none hangs on what it is not linked to.
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
        scored.score,
        case
            when scored.score >= 1000 * worth.link then scored.score
            else least(scored.score, 1000 * worth.average - 1)
        end as say
    from scored
    cross join figures
    join speaking as first on first.voice = scored.one
    join speaking as second on second.voice = scored.other
),

summed as (
    select
        one,
        other,
        sum(say)::bigint as total,
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
