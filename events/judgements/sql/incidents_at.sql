-- The incidents that are told at words of reports.
with spots as (
    select unnest($anchors::struct(report_id varchar, span_start integer, span_end integer)[], recursive := true)
)

select distinct memberships.incident_id
from spots
join mention_facts
    on mention_facts.report_id = spots.report_id
    and mention_facts.trigger_start < spots.span_end
    and mention_facts.trigger_end > spots.span_start
join memberships using (mention_id)
order by memberships.incident_id
