-- Every mention of something that happened or was attempted belongs to an incident, once a run has linked it.
with linking_runs as (
    select run_id
    from runs
    where finished_at is not null
    union all
    select run_id
    from incident_facts
)

select mention_facts.mention_id
from mention_facts
anti join memberships using (mention_id)
where mention_facts.status in ('happened', 'attempted')
    -- a run that was cut off has linked nothing yet; the next one will
    and mention_facts.run_id <= (select max(run_id) from linking_runs)
order by mention_facts.mention_id;
