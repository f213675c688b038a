-- The incidents that are derived anew.
select distinct incident_id
from components
order by incident_id
