-- Whose account each field takes, and by which rule.
create or replace temp table chosen (
    incident_id varchar,
    field varchar,
    rule varchar,
    mention_id varchar
)
