-- source, event_id
select * exclude (run_id)
from coded_events
order by
  source,
  event_id
