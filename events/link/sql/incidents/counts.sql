select
    count(*) - count(heirs.incident_id) as new,
    count(heirs.incident_id) as changed,
    (select count(*) from tellings) as reached
from grown
left join heirs using (founder)
