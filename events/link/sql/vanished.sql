-- Incidents that no component continues.
select distinct memberships.incident_id
from memberships
where not exists (
    select 1
    from partition
    where partition.mention_id = memberships.mention_id
)
order by memberships.incident_id
