-- A row for each area and type; the widest areas first, so that they lie beneath.
select
    latitude,
    longitude,
    coalesce(radius_km, 0) as radius_km,
    coalesce(event_type, 'No type') as event_type,
    count(*) as incidents,
    sum(killed) as killed
from chosen
where latitude is not null
    and longitude is not null
    and place_precision not in ('country', 'unknown')
group by all
order by
    radius_km desc,
    killed desc nulls last,
    latitude,
    longitude,
    event_type
