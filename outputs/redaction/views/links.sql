-- Reasons quote names and places.
create or replace temp view links as
select * replace (null::varchar as reason)
from unredacted_links
