insert into links (mention_id, other_id, score, reason, run_id)
select
    one,
    other,
    score,
    reason,
    $run_id
from new_links
order by one, other
