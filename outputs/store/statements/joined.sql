create or replace temp table joined as
select one, other
from constrained
where is_joined
