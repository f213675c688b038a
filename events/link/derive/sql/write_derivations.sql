insert into derivations by name
select
    incident_id,
    field,
    rule,
    mention_id,
    $run_id::integer as run_id
from chosen
union all by name
select
    incident_id,
    kind as field,
    rule,
    mention_id,
    $run_id::integer as run_id
from counts
