insert into parts (aggregate_id, part_id, reason, run_id)
select
    aggregate_id,
    part_id,
    reason,
    $run_id
from new_parts
order by aggregate_id, part_id
