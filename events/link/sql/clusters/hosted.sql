-- What has joined goes with its host: it has no say, and no further one may contradict it.
create or replace temp table staged as
select
    staged.voice,
    coalesce(mergers.kept, staged.cluster) as cluster,
    case when mergers.kept is null then staged.stage else 0 end as stage,
    staged.has_say and mergers.kept is null as has_say
from staged
left join mergers on mergers.lost = staged.cluster;

update kept_apart
set cluster = mergers.kept
from mergers
where mergers.lost = kept_apart.cluster
