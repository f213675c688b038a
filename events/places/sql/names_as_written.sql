select name, coalesce(entry_id, place_id), kind, language, source
from old.names
where source in (select unnest($kept::varchar[]))
