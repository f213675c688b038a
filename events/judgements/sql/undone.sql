select
    judgement_facts.judgement_id,
    judgement_facts.kind,
    judgement_undoings.run_id
from judgement_facts
left join judgement_undoings using (judgement_id)
where starts_with(judgement_facts.judgement_id, $written)
order by judgement_facts.judgement_id
limit 6
