-- actor_id
select * exclude (run_id)
from actors
order by actor_id
