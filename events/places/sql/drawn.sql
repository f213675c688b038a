-- The outline of each division: that of the source that is believed first.
create temp table drawn as
select coalesce(same.place_id, told.entry_id) as place_id,
    arg_min(told.latitude, standing.standing) as latitude,
    arg_min(told.longitude, standing.standing) as longitude,
    arg_min(told.radius_km, standing.standing) as radius_km,
    arg_min(told.box_south, standing.standing) as south,
    arg_min(told.box_west, standing.standing) as west,
    arg_min(told.box_north, standing.standing) as north,
    arg_min(told.box_east, standing.standing) as east
from memory.told_boundaries as told
left join same using (entry_id)
join standing on standing.source = told.source
group by all;

-- A division is drawn where its outline is: the point inside it, the radius around that point.
update staged_places
set latitude = drawn.latitude, longitude = drawn.longitude, radius_km = drawn.radius_km
from drawn
where staged_places.place_id = drawn.place_id;
