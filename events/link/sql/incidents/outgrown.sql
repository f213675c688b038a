-- Incidents that no component makes up exactly: their mentions have changed, parted or joined others.
create or replace temp table outgrown as
with components as (
    select list(partition.mention_id order by partition.mention_id) as mention_ids
    from partition
    left join touched using (mention_id)
    group by partition.founder
    having count(touched.mention_id) = 0
),
incidents_before as (
    select incident_id, list(mention_id order by mention_id) as mention_ids
    from memberships
    semi join reached using (mention_id)
    group by incident_id
)
select incidents_before.incident_id, incidents_before.mention_ids
from incidents_before
anti join components using (mention_ids)
