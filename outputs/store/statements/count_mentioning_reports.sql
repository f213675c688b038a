select count(distinct report_id)
from mention_facts
