-- Which telling belongs to which cluster, of those that somebody founds; a cluster is named by its least telling.
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
    min(voicing.id) over (partition by staged.cluster) as cluster
from voicing
join staged using (voice)
semi join founded using (cluster)
