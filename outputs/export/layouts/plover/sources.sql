-- The first report of an incident, which is cited, and how many there are.
create or replace temp view citations as
select
  incident_id,
  min_by(
    {title: one_line(title), publication: one_line(publisher), date: published::varchar, url: one_line(url)},
    (published is null, published, report_id)
  ) as cited
from tellers
group by incident_id
