-- A judgement is bound while the words that it is about are told of; one of several incidents, while two of them are.
create or replace view judgements as
with bindings as (
    select
        judgement_id,
        count(distinct part) as parts,
        min_by(mention_id, position) as mention_id
    from judgement_bindings
    group by judgement_id
)

select
    judgement_facts.judgement_id,
    judgement_facts.kind,
    judgement_facts.incident_id,
    judgement_facts.said,
    judgement_facts.why,
    judgement_facts.made_by,
    judgement_facts.made_at,
    judgement_facts.run_id,
    judgement_undoings.run_id as undone_run,
    judgement_undoings.why as undone_why,
    judgement_undoings.made_by as undone_by,
    judgement_undoings.made_at as undone_at,
    case
        when judgement_undoings.run_id is not null then null
        when judgement_facts.kind in ('merge', 'split') then coalesce(bindings.parts, 0) > 1
        else coalesce(bindings.parts, 0) > 0
    end as bound,
    case
        when judgement_undoings.run_id is null then memberships.incident_id
    end as bound_to
from judgement_facts
left join judgement_undoings on judgement_undoings.judgement_id = judgement_facts.judgement_id
left join bindings on bindings.judgement_id = judgement_facts.judgement_id
left join memberships on memberships.mention_id = bindings.mention_id
order by judgement_facts.run_id, judgement_facts.judgement_id;
