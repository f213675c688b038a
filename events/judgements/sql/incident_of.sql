select incident_id
from mentions
where mention_id = $mention_id
