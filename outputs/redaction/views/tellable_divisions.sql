-- The centres of countries and divisions, as far as the dataset has them; a name that two share has none.
create or replace temp table tellable_divisions as
select
  kind,
  country_code,
  case when kind <> 'country' then admin1 end as admin1,
  case when kind = 'admin2' then admin2 end as admin2,
  any_value(place_id) as place_id,
  any_value(latitude) as latitude,
  any_value(longitude) as longitude,
  any_value(radius_km) as radius_km
from (
  select
    place_id,
    kind,
    latitude,
    longitude,
    radius_km,
    country_code,
    case when kind = 'admin1' then coalesce(admin1, name) else admin1 end as admin1,
    case when kind = 'admin2' then coalesce(admin2, name) end as admin2
  from unredacted_places
  where kind in ('country', 'admin1', 'admin2')
)
group by all
having count(*) = 1
