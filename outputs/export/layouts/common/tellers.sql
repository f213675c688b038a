-- The reports that tell each incident: one each, however often it tells it.
create or replace temp view tellers as
select distinct
  mentions.incident_id,
  reports.report_id,
  reports.publisher,
  reports.published,
  reports.title,
  reports.url
from mentions
join reports using (report_id)
where mentions.incident_id is not null
