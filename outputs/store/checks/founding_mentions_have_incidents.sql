-- Every mention of something that happened or was attempted belongs to an incident.
select mention_facts.mention_id
from mention_facts
anti join memberships using (mention_id)
where mention_facts.status in ('happened', 'attempted')
order by mention_facts.mention_id;
