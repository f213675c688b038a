create or replace view casualties as
select
    coalesce(casualty_facts.incident_id, memberships.incident_id) as incident_id,
    casualty_facts.mention_id,
    casualty_facts.side,
    casualty_facts.kind,
    casualty_facts.low,
    casualty_facts.best,
    casualty_facts.high
from casualty_facts
left join memberships on memberships.mention_id = casualty_facts.mention_id;
