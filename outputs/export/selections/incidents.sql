-- date_start, date_end, incident_id
from incidents
order by
  date_start nulls last,
  date_end nulls last,
  incident_id
