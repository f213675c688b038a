from incidents
where incident_id = $id
