-- The lists that were imported: name, layout, number of events.
select source, layout, count(*)
from coded_events
group by source, layout
order by source, layout
