select
    (select count(*) from state_before),
    (select count(*) from state_after),
    count(*) filter (change = 'came'),
    count(*) filter (change = 'went'),
    count(*) filter (change = 'went' and goes_on_as is not null),
    count(distinct incident_id) filter (change = 'changed'),
    count(*) filter (change = 'changed')
from differences
