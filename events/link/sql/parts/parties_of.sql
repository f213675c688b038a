-- Who is known to have taken part in the incidents that might be parts or wholes: a state's forces by their country,
-- others by the codebook. "Gunmen" are nobody in particular.
create or replace temp table parties_of as
with candidates as (
    select distinct unnest([whole.incident_id, part.incident_id]) as incident_id
    from within_place
),

known as (
    select
        participant_facts.incident_id,
        participant_facts.role = 'perpetrator' as did_it,
        participant_facts.type in (select unnest($groups::varchar[])) as is_group,
        participant_facts.actor,
        case
            when participant_facts.type in ('State forces', 'External/Other forces')
                and participant_facts.country_code is not null
                then 'forces of ' || participant_facts.country_code
            else participant_facts.actor_id
        end as party
    from participant_facts
    semi join candidates using (incident_id)
    where participant_facts.kind is distinct from 'thing'
)

select
    incident_id,
    list(distinct party) filter (where did_it) as perpetrators,
    list(distinct party) filter (where is_group) as groups,
    list(distinct {party: party, actor: actor}) filter (where did_it or is_group) as names
from known
where party is not null
group by incident_id
