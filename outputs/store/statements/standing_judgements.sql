-- What nobody has taken back, in the order in which it was said.
select
    judgement_facts.judgement_id,
    judgement_facts.kind,
    judgement_facts.incident_id,
    judgement_facts.said,
    judgement_facts.meant,
    judgement_facts.why,
    judgement_facts.made_by,
    judgement_facts.made_at
from judgement_facts
anti join judgement_undoings using (judgement_id)
order by judgement_facts.run_id, judgement_facts.judgement_id
