-- Actors of the codebook that no participant is any more.
select actor_id
from actors
where actor_id not in (select actor_id from participant_facts where actor_id is not null)
