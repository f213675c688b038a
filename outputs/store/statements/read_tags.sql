select name, run_id, tagged_at, note
from tags
order by run_id, tagged_at, name
