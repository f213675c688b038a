select new_id
from retired
where old_id = $old_id
