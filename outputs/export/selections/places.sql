-- place_id
from places
order by place_id
