select mention_facts.mention_id
from mention_facts
semi join tied using (report_id)
order by mention_facts.mention_id
