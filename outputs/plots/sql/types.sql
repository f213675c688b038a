select
    coalesce(event_type, 'No type') as event_type,
    coalesce(sub_event_type, event_type, 'no type') as sub_event_type,
    count(*) as incidents,
    coalesce(sum(killed), 0) as killed
from chosen
where scope is distinct from 'aggregate'
group by all
order by
    incidents desc,
    sub_event_type,
    event_type
