-- At which stage each cluster is formed, and which of its voices have a say in that.
create or replace temp table staged as
with telling as (
    select
        clustered.voice,
        clustered.cluster,
        case
            when voices.founds and (voices.is_exact or voices.is_aggregate) then 1
            when voices.founds then 2
            else 3
        end as stage
    from clustered
    join voices using (voice)
)

select
    voice,
    cluster,
    min(stage) over (partition by cluster) as stage,
    stage = min(stage) over (partition by cluster) as has_say
from telling
