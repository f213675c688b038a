select
    reports.report_id,
    reports.text_fingerprint,
    reports.published,
    reports.text
from reports
anti join report_sketches on report_sketches.report_id = reports.report_id
order by reports.report_id
limit $count
