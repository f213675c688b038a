-- Incidents of both states that say something else in the later one.
create or replace temp table changed as
select incident_id
from state_before
join state_after using (incident_id)
where state_before is distinct from state_after
