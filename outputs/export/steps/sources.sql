-- What each outlet brought: its share of the reports, and of the incidents those that it alone tells.
with told as (
  select distinct
    reports.publisher,
    mentions.incident_id
  from mentions
  join reports using (report_id)
  where mentions.incident_id is not null
),

incidents_of as (
  select
    told.publisher,
    count(*) as incidents,
    count(*) filter (where incidents.publisher_count <= 1) as told_by_it_alone
  from told
  join incidents using (incident_id)
  group by told.publisher
),

reports_of as (
  select
    publisher,
    count(*) as reports,
    min(published) as first_published,
    max(published) as last_published,
    string_agg(distinct language, ', ' order by language) as languages
  from reports
  group by publisher
)

select
  reports_of.publisher,
  reports_of.reports,
  round(100.0 * reports_of.reports / sum(reports_of.reports) over (), 1) as percent_of_reports,
  coalesce(incidents_of.incidents, 0) as incidents,
  coalesce(incidents_of.told_by_it_alone, 0) as told_by_it_alone,
  reports_of.first_published,
  reports_of.last_published,
  reports_of.languages
from reports_of
left join incidents_of on incidents_of.publisher is not distinct from reports_of.publisher
order by
  reports_of.reports desc,
  reports_of.publisher nulls last
