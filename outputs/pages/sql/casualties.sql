-- As the mentions tell them and, without a mention, as derived for the incident.
from casualties
where mention_id in (select unnest(cast($mention_ids as varchar[])))
    or mention_id is null
        and incident_id = $id
order by all
