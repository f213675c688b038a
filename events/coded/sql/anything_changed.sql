-- How much a run has changed of what is matched.
select
    (select count(*) from incident_facts where run_id = $run_id)
    + (select count(*) from past_incident_facts where until_run = $run_id)
    + (select count(*) from coded_events where run_id = $run_id)
    + (select count(*) from past_coded_events where until_run = $run_id)
