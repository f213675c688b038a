-- What went in besides the reports, with its licence.
select
  source,
  licence,
  count(*) as places
from places
group by
  source,
  licence
order by
  source,
  licence
