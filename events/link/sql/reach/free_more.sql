insert into free
from freed;

insert into shaken
from newly_shaken;

insert into stages
select
    clusters.id,
    clusters.stage
from clusters
anti join stages on stages.mention_id = clusters.id
