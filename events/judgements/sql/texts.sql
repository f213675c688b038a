select report_id, text
from reports
where report_id in (select unnest($report_ids::varchar[]))
