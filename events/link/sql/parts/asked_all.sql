-- All incidents that are or were.
create or replace temp table asked_incidents as
select incident_id
from incident_facts
union
select unnest([aggregate_id, part_id])
from parts
union
select old_id
from given_up
union
select incident_id
from unasked_round_ups
