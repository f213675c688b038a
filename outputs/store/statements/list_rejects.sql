select path, part, reason, detail
from rejects
where path in (select unnest($paths::varchar[]));
