insert into matches
select id, event_id, score, reason, $run_id
from new_matches
order by id, event_id
