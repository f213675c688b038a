select max(run_id)
from runs
where finished_at is not null;
