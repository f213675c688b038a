select
    count(*) - count(heirs.incident_id) as new,
    count(heirs.incident_id) as changed
from grown
left join heirs using (founder)
