-- Somebody whom the codebook does not name takes part by type, side and number only.
create or replace temp view participant_facts as
select participants.* replace (
  case when kept.name is not null then participants.actor_id end as actor_id,
  kept.name as actor,
  null::varchar as name_as_written
)
from unredacted_participant_facts as participants
left join tellable_actors as kept on kept.name = participants.actor and participants.actor_id is not null
