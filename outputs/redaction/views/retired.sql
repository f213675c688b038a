-- Reasons quote names and places.
create or replace temp view retired as
select * replace (null::varchar as why)
from unredacted_retired
