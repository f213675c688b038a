-- Reasons quote names and places.
create or replace temp view parts as
select * replace (null::varchar as reason)
from unredacted_parts
