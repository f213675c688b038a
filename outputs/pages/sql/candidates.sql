-- The places considered, the best first; those of an older dataset have their names only where it uses them.
select
    place_candidates.mention_id,
    place_candidates.place_id,
    coalesce(place_candidates.name, places.name) as name,
    place_candidates.score,
    place_candidates.reason
from place_candidates
left join places using (place_id)
where place_candidates.mention_id in (select unnest(cast($mention_ids as varchar[])))
order by place_candidates.mention_id, place_candidates.score desc, place_candidates.place_id
