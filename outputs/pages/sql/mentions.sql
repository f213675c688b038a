-- The mentions of an incident or of a report, or the one mention, by whichever id is given.
from mentions
where $id in (incident_id, mention_id, report_id)
order by published nulls last, report_id, mention_id
