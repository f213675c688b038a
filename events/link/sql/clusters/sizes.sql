create or replace temp table sizes as
select
    cluster,
    count(*) as size
from staged
where stage = $stage
    and has_say
group by cluster
