select mention_facts.mention_id
from mention_facts
anti join memberships using (mention_id)
where mention_facts.status in (select unnest($statuses::varchar[]))
order by mention_facts.mention_id;
