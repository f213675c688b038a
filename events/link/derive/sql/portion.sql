-- The incidents that are derived together, with all their mentions.
create or replace temp table portion as
select
    incident_id,
    mention_id
from components
where incident_id > $after
    and incident_id <= $until
