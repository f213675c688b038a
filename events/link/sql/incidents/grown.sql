-- Components that no incident is made of exactly: they are new, or their mentions have changed.
create or replace temp table grown as
with components as (
    select founder, list(mention_id order by mention_id) as mention_ids
    from partition
    group by founder
),
incidents_before as (
    select list(memberships.mention_id order by memberships.mention_id) as mention_ids
    from memberships
    semi join reached using (mention_id)
    left join touched using (mention_id)
    group by memberships.incident_id
    having count(touched.mention_id) = 0
)
select components.founder, components.mention_ids
from components
anti join incidents_before using (mention_ids)
