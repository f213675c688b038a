-- Every interval ends on or after the day on which it starts.
with intervals as (
    select mention_id as id, date_start, date_end from mention_facts
    union all
    select incident_id, date_start, date_end from incident_facts
    union all
    select actor_id, since, until from actors
    union all
    select event_id, date_start, date_end from coded_events
)

select id, date_start, date_end
from intervals
where date_start > date_end
order by id;
