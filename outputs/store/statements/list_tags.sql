select name
from tags
order by run_id, name;
