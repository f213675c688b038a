insert into coded_events
select staged_events.* replace ($run_id as run_id)
from staged_events
semi join changed_events using (event_id)
