create or replace temp table erased_reports as
select unnest($report_ids::varchar[]) as report_id
