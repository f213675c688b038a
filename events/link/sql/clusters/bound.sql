-- What people have joined, one step further: each voice takes the least cluster of those it is joined with.
create or replace temp table clustered as
with ties as (
    select
        first.voice as one,
        second.voice as other
    from joined
    join voicing as first on first.id = joined.one
    join voicing as second on second.id = joined.other
),

both_ways as (
    from ties
    union
    select other, one
    from ties
),

least as (
    select
        both_ways.one as voice,
        min(clustered.cluster) as cluster
    from both_ways
    join clustered on clustered.voice = both_ways.other
    group by both_ways.one
)

select
    clustered.voice,
    least(clustered.cluster, coalesce(least.cluster, clustered.cluster)) as cluster
from clustered
left join least using (voice)
