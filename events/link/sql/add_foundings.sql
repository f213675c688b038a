insert into foundings
select unnest($incident_ids::varchar[]), unnest($mention_ids::varchar[])
