-- The mention on which each outgrown incident was formed.
create or replace temp table foundings (
    incident_id varchar,
    mention_id varchar
)
