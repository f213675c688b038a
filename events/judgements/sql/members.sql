select
    mention_facts.mention_id,
    mention_facts.report_id,
    mention_facts.trigger_start,
    mention_facts.trigger_end
from memberships
join mention_facts using (mention_id)
left join reports on reports.report_id = mention_facts.report_id
where memberships.incident_id = $incident_id
order by
    mention_facts.status not in ('happened', 'attempted'),
    reports.published nulls last,
    mention_facts.mention_id
