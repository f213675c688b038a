-- Components that no incident is made of exactly: they are new, or their mentions have changed.
create or replace temp table grown as
with components as (
    select founder, list(mention_id order by mention_id) as mention_ids
    from partition
    group by founder
),
incidents_before as (
    select list(mention_id order by mention_id) as mention_ids
    from memberships
    group by incident_id
)
select components.founder, components.mention_ids
from components
anti join incidents_before using (mention_ids)
