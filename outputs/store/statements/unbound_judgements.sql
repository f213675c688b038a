select
    judgement_id,
    kind,
    incident_id
from judgements
where bound = false
order by run_id, judgement_id
