-- The words that mentions of some reports rest on.
select mention_id, field, quote
from claims
where report_id in (select unnest($report_ids::varchar[]))
  and basis = 'quote'
  and mention_id is not null
order by report_id, span_start, claim_id
