-- report_id, span_start, claim_id
select * exclude (run_id)
from claims
order by
  report_id,
  span_start nulls last,
  claim_id
