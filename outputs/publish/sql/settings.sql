-- A list of outlets may name one that is hidden; it is no rule of affray's.
select
  key,
  value
from settings
where key not in ('codebook', 'source_order')
order by key
