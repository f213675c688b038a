create or replace view participants as
select
    coalesce(participant_facts.incident_id, memberships.incident_id) as incident_id,
    participant_facts.mention_id,
    participant_facts.actor_id,
    participant_facts.actor,
    participant_facts.name_as_written,
    participant_facts.kind,
    participant_facts.type,
    participant_facts.country_code,
    participant_facts.side,
    participant_facts.role,
    participant_facts.count_low,
    participant_facts.count,
    participant_facts.count_high
from participant_facts
left join memberships on memberships.mention_id = participant_facts.mention_id;
