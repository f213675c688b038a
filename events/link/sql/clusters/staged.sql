-- At which stage each cluster is formed, and which of its voices have a say in that.
create or replace temp table staged as
with telling as (
    select
        clustered.voice,
        clustered.cluster,
        voices.stage
    from clustered
    join voices using (voice)
)

select
    voice,
    cluster,
    min(stage) over (partition by cluster) as stage,
    stage = min(stage) over (partition by cluster) as has_say
from telling
