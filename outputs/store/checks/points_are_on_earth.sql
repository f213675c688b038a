-- Every point has a latitude of -90 to 90, a longitude of -180 to 180 and a radius of 0 or more.
with points as (
    select mention_id as id, latitude, longitude, radius_km from mention_facts
    union all
    select incident_id, latitude, longitude, radius_km from incident_facts
    union all
    select place_id, latitude, longitude, radius_km from places
    union all
    select event_id, latitude, longitude, radius_km from coded_events
)

select id, latitude, longitude, radius_km
from points
where (latitude is null) <> (longitude is null)
    or latitude not between -90 and 90
    or longitude not between -180 and 180
    or not radius_km >= 0
    or isnan(latitude)
    or isnan(longitude)
    or isnan(radius_km)
order by id;
