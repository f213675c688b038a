-- Which incidents a round-up counts, and why in words.

create table parts (
    aggregate_id varchar,
    part_id varchar,
    reason varchar,
    run_id integer
);

create table past_parts as from parts limit 0;

alter table past_parts add column until_run integer;

-- round-ups whose parts nobody has looked for yet; the next run that links does
create table unasked_round_ups as
select incident_id
from incident_facts
where scope = 'aggregate';
