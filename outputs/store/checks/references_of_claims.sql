-- Every claim's mention is there and of the same report, and so is every claim that it follows from.
with sources as (
    select claim_id, unnest(derived_from) as source_id
    from claims
)

select claims.claim_id, claims.mention_id as missing
from claims
left join mention_facts using (mention_id)
where claims.mention_id is not null
    and mention_facts.report_id is distinct from claims.report_id
union all
select sources.claim_id, sources.source_id
from sources
anti join claims on claims.claim_id = sources.source_id
union all
select claim_id, 'derived_from'
from claims
where basis = 'inference'
    and coalesce(len(derived_from), 0) = 0
order by 1, 2;
