insert into casualty_facts by name
select
    incident_id,
    position,
    side,
    kind,
    low,
    best,
    high,
    $run_id::integer as run_id
from widened
