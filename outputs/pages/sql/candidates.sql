-- The places considered, the best first, with their names where the dataset knows them.
select
    place_candidates.mention_id,
    place_candidates.place_id,
    places.name,
    place_candidates.score,
    place_candidates.reason
from place_candidates
left join places using (place_id)
where place_candidates.mention_id in (select unnest(cast($mention_ids as varchar[])))
order by place_candidates.mention_id, place_candidates.score desc, place_candidates.place_id
