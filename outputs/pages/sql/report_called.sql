-- A report by the id that its source gave it.
from reports
where external_id = $external_id
order by report_id
