-- The incidents that can be compared: dismissed by nobody, with both days, and what of them the comparison needs.
create or replace temp view standing as
select
    incident_id,
    scope,
    date_start,
    date_end,
    country,
    country_code,
    admin1,
    admin2,
    admin3,
    latitude,
    longitude,
    place_precision,
    radius_km,
    event_type,
    sub_event_type,
    killed_low,
    killed,
    killed_high,
    injured_low,
    injured,
    injured_high,
    missing,
    detained,
    abducted,
    released,
    displaced,
    asked_incidents.incident_id is not null as is_asked
from incident_facts
left join asked_incidents using (incident_id)
where review_status <> 'dismissed'
    and date_start is not null
    and date_end is not null
    and place_precision <> 'unknown'
