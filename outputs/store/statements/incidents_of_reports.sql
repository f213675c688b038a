select distinct memberships.incident_id
from memberships
join mention_facts using (mention_id)
where mention_facts.report_id in (select unnest($report_ids::varchar[]))
