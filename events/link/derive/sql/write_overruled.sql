insert into overruled by name
select
    incident_id,
    mention_id,
    null as field,
    overruled as why,
    by_mention_id,
    $run_id::integer as run_id
from accounts
where overruled is not null
union all by name
select
    incident_id,
    mention_id,
    kind as field,
    'superseded' as why,
    by_mention_id,
    $run_id::integer as run_id
from superseded
