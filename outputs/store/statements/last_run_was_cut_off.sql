select finished_at is null
from runs
order by run_id desc
limit 1;
