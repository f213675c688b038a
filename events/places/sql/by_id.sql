-- The place of an id.
select place_id, name, kind, latitude, longitude, radius_km, country_code, admin1, admin2, admin3, population, source,
    licence
from places
where code = code_of($place_id)
    and place_id = $place_id
