insert into participant_facts by name
select
    participant_facts.* exclude (incident_id, mention_id, run_id),
    chosen.incident_id,
    $run_id::integer as run_id
from chosen
join participant_facts using (mention_id)
where chosen.field = 'participants'
