-- All mentions that are told, and all that were linked.
create or replace temp table reached as
select mention_id
from mention_facts
union
select mention_id
from memberships
union
select unnest([mention_id, other_id])
from dataset.main.links;

create or replace temp table asked as
from reached;

create or replace temp table free as
from reached
