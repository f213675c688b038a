-- The claims of one report, in the order of their words.
from claims
where report_id = $report_id
order by span_start nulls last, span_end, claim_id
