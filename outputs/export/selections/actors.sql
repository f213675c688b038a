-- actor_id
from actors
order by actor_id
