select min(finished_at)::date
from runs;
