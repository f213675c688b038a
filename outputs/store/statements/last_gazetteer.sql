select gazetteer_digest
from runs
where gazetteer_digest is not null
order by run_id desc
limit 1
