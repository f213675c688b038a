-- The calls that are there, of some requests.
select request, attempt, asked_at
from llm_calls
where request in (select unnest($requests))
