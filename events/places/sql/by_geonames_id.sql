-- The places of many numbers at once; where two entries bear one number, the first by its id.
select distinct on (geonames_id) geonames_id, place_id, name, kind, latitude, longitude, radius_km, country_code, admin1, admin2, admin3,
    population, source, licence
from places
where geonames_id in (select unnest($numbers::bigint[]))
order by geonames_id, place_id
