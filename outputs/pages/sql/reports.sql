from reports
where report_id in (select unnest(cast($report_ids as varchar[])))
order by published nulls last, report_id
