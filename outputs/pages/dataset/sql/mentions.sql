-- Each report's own account of the incidents.
select
    mentions.incident_id,
    mentions.mention_id,
    mentions.report_id,
    mentions.killed_low,
    mentions.killed,
    mentions.killed_high,
    mentions.injured_low,
    mentions.injured,
    mentions.injured_high
from mentions
join chosen using (incident_id)
order by
    mentions.incident_id,
    mentions.published nulls last,
    mentions.publisher,
    mentions.mention_id
