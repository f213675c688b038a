-- place_id
select * exclude (run_id)
from places
order by place_id
