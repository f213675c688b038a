-- id, event_id
select * exclude (run_id)
from matches
order by
  id,
  event_id
