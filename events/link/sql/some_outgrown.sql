select incident_id, mention_ids
from outgrown
where incident_id > $after
order by incident_id
limit $count
