select
  key,
  value
from settings
where key <> 'codebook'
order by key
