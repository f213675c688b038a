-- Settlements in a box around a point, the nearest first; degrees of longitude shrink with the latitude.
select place_id, name, kind, latitude, longitude, radius_km, country_code, admin1, admin2, admin3, population, source, licence
from places
where kind in ('settlement', 'site')
    and abs(latitude - $latitude) <= $degrees
    and abs(longitude - $longitude) * greatest(0.01, cos(radians($latitude))) <= $degrees
order by pow(latitude - $latitude, 2) + pow((longitude - $longitude) * cos(radians($latitude)), 2), place_id
limit $count
