-- The best cluster for each to merge with, if any is good enough on average and by one pair; what is equally good is chosen by the
-- numbers of both, which no order of reading changes.
create or replace temp table choices as
with averaged as (
    select
        ties.one,
        ties.other,
        ties.best,
        ties.total / (first.size * second.size) as average,
        xor(ties.one, ties.other) as lot
    from ties
    join sizes as first on first.cluster = ties.one
    join sizes as second on second.cluster = ties.other
    where not ties.is_barred
),

good as (
    from averaged
    where average >= (select 1000 * worth.average from figures)
        and best >= (select 1000 * worth.link from figures)
),

both_ways as (
    select one as cluster, other as partner, average, lot
    from good
    union all
    select other, one, average, lot
    from good
)

select
    cluster,
    arg_max(partner, row(average, lot, partner)) as partner
from both_ways
group by cluster
