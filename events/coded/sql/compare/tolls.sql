-- What both have and count otherwise, the largest differences first.
select
    comparison.difference,
    comparison.killed_affray,
    comparison.killed_theirs,
    comparison.incident_id,
    comparison.event_id,
    coded_events.original_id,
    incidents.date_start,
    incidents.country_code,
    incidents.place,
    comparison.reason
from comparison
semi join asked using (source)
join coded_events using (event_id)
join incidents using (incident_id)
where comparison.difference <> 0
order by
    abs(comparison.difference) desc,
    comparison.incident_id
