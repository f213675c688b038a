-- The numbers of many places at once.
select place_id, geonames_id
from places
where geonames_id is not null
    and place_id in (select unnest($place_ids::varchar[]))
