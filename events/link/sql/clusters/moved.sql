-- Where each cluster has gone in the end: a merged one may have merged on in a later round.
create or replace temp table staged as
with recursive gone as (
    select
        lost as cluster,
        kept
    from moves

    union all

    select
        gone.cluster,
        moves.kept
    from gone
    join moves on moves.lost = gone.kept
),

-- kept is the least of the two, so the last is the least
last as (
    select
        cluster,
        min(kept) as kept
    from gone
    group by cluster
)

select
    staged.voice,
    coalesce(last.kept, staged.cluster) as cluster,
    staged.stage,
    staged.has_say
from staged
left join last using (cluster)
