-- The days and the box that the chosen incidents span; a country's point is the location of nothing.
select
    min(date_start) filter (where date_end is not null) as first_day,
    max(date_end) filter (where date_start is not null) as last_day,
    min(longitude - least(coalesce(radius_km, 0) / 111.2 / greatest(cos(radians(latitude)), 0.1), 30)) filter (where is_located) as west,
    min(latitude - coalesce(radius_km, 0) / 111.2) filter (where is_located) as south,
    max(longitude + least(coalesce(radius_km, 0) / 111.2 / greatest(cos(radians(latitude)), 0.1), 30)) filter (where is_located) as east,
    max(latitude + coalesce(radius_km, 0) / 111.2) filter (where is_located) as north,
    count(*) as incidents,
    count(*) filter (where is_located) as located
from (
    select
        *,
        latitude is not null
        and longitude is not null
        and place_precision not in ('country', 'unknown') as is_located
    from chosen
)
