insert into retired (old_id, new_id, run_id, why)
select
    old_id,
    new_id,
    $run_id,
    why
from given_up
order by old_id
