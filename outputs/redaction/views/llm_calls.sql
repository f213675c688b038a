-- A detail is the words of a server, which may repeat the report's.
create or replace temp view llm_calls as
select * replace (null::varchar as detail)
from unredacted_llm_calls
