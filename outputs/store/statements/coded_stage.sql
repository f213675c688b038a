-- Where a list waits until all of it is read.
create or replace temp table staged_events as from coded_events limit 0;

create or replace temp table staged_rejects as from rejects limit 0;
