-- As the mentions tell them and, without a mention, as derived for the incident.
from participants
where mention_id in (select unnest(cast($mention_ids as varchar[])))
    or mention_id is null
        and incident_id = $id
order by mention_id, side nulls last, role, actor, name_as_written, count
