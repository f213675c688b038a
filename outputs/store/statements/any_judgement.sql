select judgement_id
from judgement_facts
limit 1
