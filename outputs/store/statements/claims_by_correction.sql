-- The claims of corrections on the mentions of incidents, and on those of none.
select claims.claim_id
from claims
left join memberships using (mention_id)
where claims.basis = 'person'
    and claims.rule = $rule
    and (
        memberships.incident_id is null
        or memberships.incident_id in (select unnest($incident_ids::varchar[]))
    )
order by claims.claim_id
