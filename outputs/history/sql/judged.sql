-- What people said of the incident, or of what told of it then, and what they took back.
create or replace temp table judged as
with bindings as (
    select judgement_id, mention_id, run_id
    from judgement_bindings
    where part is not null
    union all
    select judgement_id, mention_id, run_id
    from past_judgement_bindings
    where part is not null
),

own as (
    select judgement_id
    from judgement_facts
    where incident_id = $incident_id
    union
    select bindings.judgement_id
    from bindings
    join judgement_facts using (judgement_id)
    join members
        on members.mention_id = bindings.mention_id
        and members.since <= judgement_facts.run_id
        and coalesce(members.until, judgement_facts.run_id) >= judgement_facts.run_id
)

select
    judgement_facts.run_id,
    'judged' as change,
    judgement_facts.judgement_id,
    judgement_facts.kind,
    array_to_string([entry.key || '=' || entry.value for entry in map_entries(judgement_facts.said)], ' ') as said,
    judgement_facts.made_by,
    judgement_facts.why
from judgement_facts
semi join own using (judgement_id)
union all
select
    judgement_undoings.run_id,
    'undone',
    judgement_facts.judgement_id,
    judgement_facts.kind,
    null,
    judgement_undoings.made_by,
    judgement_undoings.why
from judgement_undoings
join judgement_facts using (judgement_id)
semi join own using (judgement_id)
