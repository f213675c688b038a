-- Every quote of a second extractor stands in its report, too.
select second_claims.claim_id, second_claims.report_id
from second_claims
left join reports using (report_id)
where reports.report_id is null
    or (
        second_claims.basis = 'quote'
        and (
            second_claims.quote is null
            or second_claims.quote = ''
            or substr(reports.text, span_start + 1, span_end - span_start) is distinct from second_claims.quote
        )
    )
order by all;
