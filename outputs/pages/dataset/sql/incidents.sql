-- What the page's table, map and timeline are of, by day; one whose days span periods has no period.
select
    incident_id as id,
    cast(date_start as varchar) as start,
    cast(date_end as varchar) as "end",
    case
        when date_trunc($unit, date_start) = date_trunc($unit, date_end)
            then epoch_ms(date_trunc($unit, date_start)::timestamp)
    end as period,
    coalesce(place, place_as_written) as place,
    admin1,
    country,
    case when place_precision not in ('country', 'unknown') then latitude end as latitude,
    case when place_precision not in ('country', 'unknown') then longitude end as longitude,
    coalesce(radius_km, 0) as radius_km,
    coalesce(event_type, 'No type') as event_type,
    sub_event_type,
    actor1,
    actor2,
    perpetrator,
    target,
    killed_low,
    killed,
    killed_high,
    injured_low,
    injured,
    injured_high,
    scope = 'aggregate' as is_round_up,
    publisher_count,
    review_status,
    summary
from chosen
order by
    date_start nulls last,
    date_end nulls last,
    incident_id
