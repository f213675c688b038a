select judgement_id, position, part, mention_id
from bindings_now
where judgement_id in (select unnest($judgement_ids::varchar[]))
order by judgement_id, position
