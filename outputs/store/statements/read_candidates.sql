select mention_id, place_id, name, score, reason
from place_candidates
where mention_id in (select unnest($mention_ids::varchar[]))
order by mention_id, rank, score desc, place_id
