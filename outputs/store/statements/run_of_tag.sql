select run_id
from tags
where name = $name;
