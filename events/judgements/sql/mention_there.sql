select mention_id
from mention_facts
where mention_id = $mention_id
