-- The standing judgements of incidents and the first mention of each that they are bound to, the latest last. Most are of
-- the one incident that their first bound mention tells; a merge and a split are of all.
with first_bound as (
    select
        judgement_bindings.judgement_id,
        judgement_bindings.mention_id,
        memberships.incident_id
    from judgement_bindings
    join judgement_facts using (judgement_id)
    join memberships on memberships.mention_id = judgement_bindings.mention_id
    qualify judgement_facts.kind in ('merge', 'split')
        or row_number() over (
            partition by judgement_bindings.judgement_id
            order by judgement_bindings.position
        ) = 1
)

select
    first_bound.incident_id,
    first_bound.judgement_id,
    min(first_bound.mention_id) as mention_id
from first_bound
join judgement_facts using (judgement_id)
anti join judgement_undoings using (judgement_id)
where first_bound.incident_id in (select unnest($incident_ids::varchar[]))
group by
    first_bound.incident_id,
    first_bound.judgement_id,
    judgement_facts.run_id
order by
    first_bound.incident_id,
    judgement_facts.run_id,
    first_bound.judgement_id
