-- The last run that had ended before a moment.
select max(run_id)
from runs
where finished_at < $before;
