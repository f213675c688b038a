-- published, report_id
select * exclude (run_id, file, part)
from reports
order by
  published nulls last,
  report_id
