with given as (
    select
        unnest($incident_ids::varchar[]) as incident_id,
        unnest($mention_ids::varchar[][]) as mention_ids
)

insert into components
select
    incident_id,
    unnest(mention_ids)
from given
