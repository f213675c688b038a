select
    coalesce(language, 'unknown') as name,
    count(*) as reports
from reports
group by name
order by reports desc, name
limit 5;
