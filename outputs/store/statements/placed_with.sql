-- The gazetteers that the mentions stand by: a renewal leaves nothing of those before it.
select distinct gazetteer_digest
from runs
where (contains(renewed, 'places') or coalesce(reports, 1) > 0)
    and run_id >= coalesce((select max(run_id) from runs where contains(renewed, 'places')), 0)
order by gazetteer_digest
