select
    coalesce(year::varchar, '(unknown)') as name,
    count(*) as incidents,
    sum(killed)::bigint as killed
from countable_incidents
group by name
-- what is known to no year stands last
order by name = '(unknown)', name desc
limit 6;
