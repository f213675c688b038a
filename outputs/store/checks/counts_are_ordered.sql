-- Every count has 0 <= low <= best <= high.
with counts as (
    select claim_id as id, low, best, high from claims
    union all
    select coalesce(mention_id, incident_id), low, best, high from casualty_facts
    union all
    select coalesce(mention_id, incident_id), count_low, count, count_high from participant_facts
    union all
    select mention_id, killed_low, killed, killed_high from mention_facts
    union all
    select mention_id, injured_low, injured, injured_high from mention_facts
    union all
    select incident_id, killed_low, killed, killed_high from incident_facts
    union all
    select incident_id, injured_low, injured, injured_high from incident_facts
    union all
    select event_id, killed_low, killed, killed_high from coded_events
    union all
    select event_id, injured, injured, injured from coded_events
)

select id, low, best, high
from counts
where coalesce(low, best, high) is not null
    and (0 <= low and low <= best and best <= high) is not true
order by id;
