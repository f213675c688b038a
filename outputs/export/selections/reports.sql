-- published, report_id
from reports
order by
  published nulls last,
  report_id
