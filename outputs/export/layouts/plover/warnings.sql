-- What the records leave open, in sentences.
select
  'context is empty in all ' || count(*) || ' records: PLOVER''s contexts are not computed.'
from fates
where reason is null
having count(*) > 0
