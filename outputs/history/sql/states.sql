-- What the incident said, from which run until which; what is said together is one value, as people write it.
create or replace temp table states as
with every as (
    select *, null as until_run
    from incident_facts
    where incident_id = $incident_id
    union all by name
    from past_incident_facts
    where incident_id = $incident_id
)

select
    run_id as since,
    until_run as until,
    review_status,
    scope,
    case
        when date_start = date_end then date_start::varchar
        when date_start is not null or date_end is not null
            then coalesce(date_start::varchar, '..') || '/' || coalesce(date_end::varchar, '..')
    end as date,
    date_extent,
    date_precision,
    place,
    place_as_written,
    place_id,
    place_precision,
    nullif(concat_ws(',', latitude, longitude, radius_km), '') as point,
    admin1,
    admin2,
    admin3,
    country,
    array_to_string(disputed_by, '; ') as disputed_by,
    event_type,
    sub_event_type,
    ucdp_type::varchar as ucdp_type,
    weapon,
    actor1,
    actor1_type,
    actor2,
    actor2_type,
    perpetrator,
    target,
    case
        when killed_low is distinct from killed or killed_high is distinct from killed
            then concat_ws('..', killed_low, killed, killed_high)
        else killed::varchar
    end as killed,
    killed_side_a::varchar as killed_side_a,
    killed_side_b::varchar as killed_side_b,
    killed_civilians::varchar as killed_civilians,
    killed_unknown::varchar as killed_unknown,
    case
        when injured_low is distinct from injured or injured_high is distinct from injured
            then concat_ws('..', injured_low, injured, injured_high)
        else injured::varchar
    end as injured,
    missing::varchar as missing,
    detained::varchar as detained,
    abducted::varchar as abducted,
    released::varchar as released,
    displaced::varchar as displaced,
    crowd_size::varchar as crowd_size,
    civilian_targeting::varchar as civilian_targeting,
    summary,
    confidence::varchar as confidence
from every
