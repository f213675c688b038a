-- The dataset's time is that of its last whole run, never the clock's.
select max(finished_at)
from runs
