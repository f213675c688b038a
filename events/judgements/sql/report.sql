from reports
where report_id = $report_id
