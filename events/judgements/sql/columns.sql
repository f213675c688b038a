from incidents
where incident_id in (select unnest($incident_ids::varchar[]))
order by incident_id
