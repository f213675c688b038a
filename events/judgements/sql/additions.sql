-- The mentions that persons have added, by their claims.
select distinct mention_id
from claims
join mention_facts using (mention_id)
where claims.basis = 'person'
    and claims.rule = 'addition'
