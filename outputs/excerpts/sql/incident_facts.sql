create or replace temp view incident_facts as
select * replace (excerpt(summary) as summary)
from whole_incident_facts
