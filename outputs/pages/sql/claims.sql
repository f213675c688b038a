-- The claims of the mentions, and those of the reports' that belong to no mention.
from claims
where mention_id in (select unnest(cast($mention_ids as varchar[])))
    or mention_id is null
        and report_id in (select unnest(cast($report_ids as varchar[])))
order by report_id, span_start nulls last, span_end, claim_id
