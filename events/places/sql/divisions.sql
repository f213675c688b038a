-- Countries and first-order divisions: few enough to hold, asked for at every incident.
select place_id, name, kind, latitude, longitude, radius_km, country_code, admin1, admin2, admin3, population, source,
    licence, south, west, north, east, disputed_by
from places
join divisions using (place_id)
where kind in ('country', 'admin1')
order by place_id
