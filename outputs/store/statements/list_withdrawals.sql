select report_id, why, withdrawn_by, erased, run_id
from withdrawals
where report_id in (select unnest($report_ids::varchar[]))
order by report_id
