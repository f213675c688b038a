from derivations
where incident_id = $id
order by all
