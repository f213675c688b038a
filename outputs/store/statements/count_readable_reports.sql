select count(*)
from reports
anti join withdrawals using (report_id)
where text is not null
