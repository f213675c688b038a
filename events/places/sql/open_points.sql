-- Places without a division that a polygon of their country may give them; neighbours come together.
with covered as (
    select distinct country_code
    from memory.told_boundaries as told
    left join same using (entry_id)
    join staged_places as staged on staged.place_id = coalesce(same.place_id, told.entry_id)
    where staged.kind in ('admin1', 'admin2', 'admin3')
)
select place_id, latitude, longitude, country_code
from staged_places
where kind in (select unnest($kinds::varchar[]))
    and (admin1_id is null or admin2_id is null or admin3_id is null)
    and latitude is not null
    and (country_code is null or country_code in (select country_code from covered))
order by country_code, floor(latitude), floor(longitude), place_id
