-- Which telling belongs to which cluster, of those that somebody founds; a cluster is named by its least telling. Who
-- has joined a cluster formed before it stands in stage 0.
create or replace temp table clusters as
with founded as (
    select staged.cluster
    from staged
    join voices using (voice)
    group by staged.cluster
    having bool_or(voices.founds)
)

select
    voicing.id,
    min(voicing.id) over (partition by staged.cluster) as cluster,
    staged.stage = 0 as has_joined,
    voices.stage
from voicing
join staged using (voice)
join voices using (voice)
semi join founded using (cluster)
