insert into told_names
select key, coalesce(entry_id, place_id), kind, language, name, source
from old.names
where source in (select unnest($kept::varchar[]))
