-- The best of the clusters formed before for each vague or recalled one of a stage, by its best pair, of those that nothing
-- keeps apart from it.
create or replace temp table chosen as
with pairs as (
    select one, other, score
    from scored
    union all
    select other, one, score
    from scored
),

offered as (
    select
        joiner.cluster as joiner,
        host.cluster as host,
        max(row(pairs.score, xor(pairs.one, pairs.other))) as worth
    from pairs
    join staged as joiner on joiner.voice = pairs.one and joiner.stage = $stage
    join staged as host on host.voice = pairs.other and host.stage < $stage
    where pairs.score >= (select 1000 * worth.link from figures)
    group by joiner.cluster, host.cluster
),

apart as (
    select distinct
        offered.joiner,
        offered.host
    from offered
    join kept_apart as first on first.cluster = offered.joiner
    join kept_apart as second on second.cluster = offered.host and second.mark = first.mark
)

select
    joiner,
    arg_max(host, row(worth, host)) as host,
    max(worth) as worth
from offered
anti join apart using (joiner, host)
group by joiner
