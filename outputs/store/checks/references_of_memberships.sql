-- Every membership's mention and incident are there, as are those of every detail row.
with named as (
    select mention_id, incident_id from memberships
    union all
    select mention_id, incident_id from casualty_facts
    union all
    select mention_id, incident_id from participant_facts
)

select named.mention_id, named.incident_id
from named
left join mention_facts using (mention_id)
left join incident_facts using (incident_id)
where (named.mention_id is not null and mention_facts.mention_id is null)
    or (named.incident_id is not null and incident_facts.incident_id is null)
    or coalesce(named.mention_id, named.incident_id) is null
order by named.mention_id, named.incident_id;
