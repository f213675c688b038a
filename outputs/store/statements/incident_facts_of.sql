from incident_facts
where incident_id in (select unnest($incident_ids::varchar[]))
order by all
