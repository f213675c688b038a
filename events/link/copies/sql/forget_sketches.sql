delete from report_sketches
where report_id not in (select report_id from reports)
