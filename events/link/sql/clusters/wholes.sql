-- How many voices of each such incident there are to be made whole.
create or replace temp table wholes as
select
    home,
    sum(size)::bigint as size
from sizes
where home is not null
group by home
