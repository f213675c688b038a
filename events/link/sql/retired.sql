-- Incidents that no component continues.
select outgrown.incident_id
from outgrown
anti join heirs using (incident_id)
order by outgrown.incident_id
