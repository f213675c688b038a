-- Reasons quote names and places.
create or replace temp view matches as
select * replace (null::varchar as reason)
from unredacted_matches
