select
    count(*) filter (change = 'new'),
    count(*) filter (change = 'changed'),
    count(*) filter (change = 'gone'),
    (select count(*) from changed_rejects)
from changed_events
