-- The incidents whose parts, or whose round-ups, are to be looked for: what was derived anew, what is gone, and the
-- round-ups that an older program has left.
create or replace temp table asked_incidents as
select incident_id
from components
union
select old_id
from given_up
union
select incident_id
from unasked_round_ups
