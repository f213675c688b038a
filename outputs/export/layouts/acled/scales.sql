-- How far the outlets of an incident reach, by the codebook `source_scales`: an outlet with a home is national at home,
-- regional in its region, international elsewhere. Of several scales ACLED writes two: here the first and the last in
-- its order.
create or replace temp view scales as
with reaching as (
  select distinct
    tellers.incident_id,
    case
      when outlets.home is null then outlets.scale
      when outlets.home = incidents.country_code then coalesce(outlets.scale, 'National')
      when home.region = here.region then 'Regional'
      else 'International'
    end as scale
  from tellers
  join outlets
    on outlets.name = lower(regexp_replace(tellers.publisher, '^(?i:the) ', ''))
  join incidents using (incident_id)
  left join acled_countries as home on home.country_code = outlets.home
  left join acled_countries as here on here.country_code = incidents.country_code
),

ordered as (
  select
    incident_id,
    scale,
    list_position(
      ['Local partner', 'Other', 'New media', 'Subnational', 'National', 'Regional', 'International'],
      scale
    ) as place
  from reaching
)

select
  incident_id,
  case
    when count(*) = 1 then min(scale)
    else min_by(scale, place) || '-' || max_by(scale, place)
  end as source_scale
from ordered
where place is not null
group by incident_id
