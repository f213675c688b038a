-- What reports were read to claim; what people say of them is not among it.
select claim_id
from claims
where report_id in (select unnest($report_ids::varchar[]))
    and extractor is distinct from 'person'
