-- date_start, incident_id
-- What the layout has no row for, and why.
select
  incidents.incident_id,
  incidents.date_start,
  incidents.country_code,
  incidents.sub_event_type,
  incidents.killed,
  fates.reason
from incidents
join fates using (incident_id)
where fates.reason is not null
order by
  incidents.date_start nulls last,
  incidents.incident_id
