-- The incidents to derive anew, with all their mentions.
create or replace temp table components (
    incident_id varchar,
    mention_id varchar
)
