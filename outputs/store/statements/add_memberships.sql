insert into memberships by name
select
    mention_id,
    incident_id,
    $run_id::integer as run_id
from components
order by
    incident_id,
    mention_id
