-- What would leave under one number.
select list(name order by name)
from numbered
group by
  kind,
  number
having count(*) > 1
order by all
limit 1
