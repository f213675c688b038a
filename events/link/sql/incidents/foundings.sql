-- The mention on which each outgrown incident was formed; of a file that an older program wrote, else its least.
create or replace temp table foundings as
with members as (
    select
        incident_id,
        unnest(mention_ids) as mention_id
    from outgrown
)

select
    incident_id,
    coalesce(min(mention_id) filter (where named(mention_id) = incident_id), min(mention_id)) as mention_id
from members
group by incident_id
