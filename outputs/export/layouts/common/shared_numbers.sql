-- Incidents that would leave under one number.
select list(incident_id order by incident_id)
from numbers
group by number
having count(*) > 1
order by all
limit 1
