-- Those of the reports in which incidents were looked for.
select report_id
from reports
where report_id in (select unnest($report_ids::varchar[]))
    and extracted
