-- Reasons quote names and places.
create or replace temp view overruled as
select * replace (null::varchar as why)
from unredacted_overruled
