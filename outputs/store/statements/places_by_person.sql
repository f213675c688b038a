-- The places of mentions that a person has placed.
select distinct mention_facts.place_id
from claims
join mention_facts on mention_facts.mention_id = claims.mention_id
where claims.basis = 'person'
    and claims.field = 'place'
    and mention_facts.place_id is not null
