create or replace temp table parted as
select one, other
from constrained
where not is_joined
