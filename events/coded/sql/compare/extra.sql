-- What only affray has, the deadliest first.
select
    incidents.killed,
    incidents.incident_id,
    incidents.date_start,
    incidents.date_end,
    incidents.country_code,
    incidents.place,
    incidents.sub_event_type as kind,
    incidents.publisher_count,
    incidents.summary
from comparison
semi join asked using (source)
join incidents using (incident_id)
where comparison.is_covered
    and comparison.held_by = 'affray'
order by
    incidents.killed desc nulls last,
    incidents.incident_id
