select *
from judgement_anchors
where judgement_id in (select unnest($judgement_ids::varchar[]))
order by judgement_id, position
