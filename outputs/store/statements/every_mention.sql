select mention_id
from mention_facts
order by mention_id
