-- Incidents that no component makes up exactly: their mentions have changed, parted or joined others.
create or replace temp table outgrown as
with components as (
    select list(mention_id order by mention_id) as mention_ids
    from partition
    group by founder
),
incidents_before as (
    select incident_id, list(mention_id order by mention_id) as mention_ids
    from memberships
    group by incident_id
)
select incidents_before.incident_id, incidents_before.mention_ids
from incidents_before
anti join components using (mention_ids)
