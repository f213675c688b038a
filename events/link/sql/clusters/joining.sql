-- Vague or recalled clusters of a stage with the best of those formed before; of two that one report tells apart the
-- better one joins, the other stays by itself. None of them brings two others together.
create or replace temp table mergers as
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
        max(pairs.score) as score
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
),

chosen as (
    select
        joiner,
        arg_max(host, row(score, xor(joiner, host), host)) as host,
        max(score) as score
    from offered
    anti join apart using (joiner, host)
    group by joiner
),

contested as (
    select
        chosen.joiner,
        row_number() over (
            partition by chosen.host, kept_apart.mark
            order by chosen.score desc, chosen.joiner
        ) as rank
    from chosen
    join kept_apart on kept_apart.cluster = chosen.joiner
)

select
    chosen.joiner as lost,
    chosen.host as kept
from chosen
where chosen.joiner not in (select joiner from contested where rank > 1)
