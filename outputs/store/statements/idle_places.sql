-- Places that no mention is at any more. What is at none may still be told of by an incident that a person has placed.
select place_id
from places
where place_id not in (select place_id from mention_facts where place_id is not null)
    and place_id not in (
        select incident_facts.place_id
        from incident_facts
        join derivations using (incident_id)
        where derivations.field in ('place', 'country')
            and derivations.rule in ('correction', 'addition')
            and incident_facts.place_id is not null
    )
