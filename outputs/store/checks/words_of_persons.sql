-- Every claim of a person that quotes a report quotes its words.
select
    claims.claim_id,
    claims.quote
from claims
join reports using (report_id)
where claims.basis = 'person'
    and claims.quote is not null
    and substr(reports.text, claims.span_start + 1, claims.span_end - claims.span_start) is distinct from claims.quote
order by claims.claim_id;
