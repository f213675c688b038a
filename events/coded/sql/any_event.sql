select count(*) from coded_events
