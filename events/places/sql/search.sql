-- What answers to a name, whose entry it is, and all its names; with a point the nearest first.
create temp table answer as
with wanted as (
    select key, step, code_of(key) as code
    from (select unnest($keys::varchar[]) as key, unnest(range(len($keys::varchar[]))) as step)
),
answering as (
    select place_id, min(step) as step, arg_min(kind, (step, precedence)) as name_kind
    from wanted
    join names using (code, key)
    join sources using (source)
    group by place_id
),
literal as (
    select * from answering where step = (select min(step) from answering)
),
written as (
    select place_id, list(distinct name order by name) as names
    from names
    where place_id in (select place_id from literal)
    group by place_id
),
found as (
    select places.*, name_kind, names, 2 * 6371.0088 * asin(least(1, sqrt(
        pow(sin(radians($latitude::double - latitude) / 2), 2)
        + cos(radians(latitude)) * cos(radians($latitude::double)) * pow(sin(radians($longitude::double - longitude) / 2), 2)
        ))) as km
    from literal
    join places using (place_id)
    join written using (place_id)
    where $country::varchar is null or country_code = $country
)
select name, kind, country_code, admin1, admin2, latitude, longitude, round(km, 1) as km, population, source, licence,
    name_kind, place_id, names
from found
order by found.km, name_kind <> 'name', population desc, place_id
