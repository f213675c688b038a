from derivations
where incident_id in (select unnest($incident_ids::varchar[]))
order by all
