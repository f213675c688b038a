insert into fresh
select mention_id
from changed
