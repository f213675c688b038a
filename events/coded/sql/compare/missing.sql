-- What only the list has, the deadliest first.
select
    coded_events.killed,
    coded_events.event_id,
    coded_events.original_id,
    coded_events.date_start,
    coded_events.date_end,
    coded_events.country_code,
    coded_events.place,
    coalesce(coded_events.sub_event_type, coded_events.event_type) as kind,
    coded_events.text
from comparison
semi join asked using (source)
join coded_events using (event_id)
where comparison.is_covered
    and comparison.held_by = 'theirs'
order by
    coded_events.killed desc nulls last,
    coded_events.event_id
