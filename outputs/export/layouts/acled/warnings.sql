-- What the rows leave open, in sentences.
with kept as (
  select
    here.region,
    here.name,
    scales.source_scale
  from incidents
  join fates using (incident_id)
  join acled_countries as here on here.country_code = incidents.country_code
  left join scales using (incident_id)
  where fates.reason is null
)

select
  'The region of ' || string_agg(distinct name, ', ' order by name) || ' is left empty: the codebook acled_countries '
  || 'does not say which ACLED counts it to.'
from kept
where region is null
having count(*) > 0

union all

select
  'source_scale is empty in ' || count(*) || ' rows: the codebook source_scales has none of their outlets.'
from kept
where source_scale is null
having count(*) > 0
