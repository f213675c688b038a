-- A report that is there and was not withdrawn.
from reports
anti join withdrawals using (report_id)
where report_id = $report_id
