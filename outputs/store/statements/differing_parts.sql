-- Which parts are to be written, and which of those that are there say no longer so.
create or replace temp table idle_parts as
select parts.rowid
from parts
anti join told_parts
    on told_parts.aggregate_id = parts.aggregate_id
    and told_parts.part_id = parts.part_id
    and told_parts.reason = parts.reason
where parts.aggregate_id in (from asked_incidents)
    or parts.part_id in (from asked_incidents);

create or replace temp table new_parts as
from told_parts
anti join parts
    on parts.aggregate_id = told_parts.aggregate_id
    and parts.part_id = told_parts.part_id
    and parts.reason = told_parts.reason
