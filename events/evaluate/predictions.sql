select *
from mentions
order by
    external_id,
    mention_id
