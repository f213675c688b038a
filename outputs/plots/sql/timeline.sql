-- Incidents by period and type. One whose days span periods belongs to none; a round-up is summed with nothing.
select
    epoch_ms(date_trunc($unit, date_start)::timestamp) as period,
    coalesce(event_type, 'No type') as event_type,
    count(*) as incidents,
    sum(killed) as killed,
    sum(killed_low) as killed_low,
    sum(killed_high) as killed_high
from chosen
where scope is distinct from 'aggregate'
    and date_trunc($unit, date_start) = date_trunc($unit, date_end)
group by all
order by all
