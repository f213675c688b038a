-- A file's name and a detail are words of others.
create or replace temp view rejects as
select * replace (null::varchar as path, null::varchar as part, null::varchar as detail)
from unredacted_rejects
