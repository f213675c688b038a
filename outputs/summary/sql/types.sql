select
    coalesce(sub_event_type, '(unknown)') as name,
    count(*) as incidents,
    sum(killed)::bigint as killed
from countable_incidents
group by name
order by incidents desc, name
limit 6;
