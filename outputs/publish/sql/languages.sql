select
  language,
  count(*) as reports
from reports
group by language
order by
  reports desc,
  language nulls last
