-- What people say of incidents, the words of reports that it is bound to, and what was taken back. Nothing here is ever
-- changed: a judgement is undone by a row of its own.

create table judgement_facts (
    judgement_id varchar,
    kind varchar,
    incident_id varchar,
    said map(varchar, varchar),
    meant varchar,
    why varchar,
    made_by varchar,
    made_at timestamp,
    run_id integer
);

create table judgement_undoings (
    judgement_id varchar,
    why varchar,
    made_by varchar,
    made_at timestamp,
    run_id integer
);

-- a part is null for what stood in the same words and was not meant
create table judgement_anchors (
    judgement_id varchar,
    position integer,
    part integer,
    report_id varchar,
    span_start integer,
    span_end integer,
    sentence_start integer,
    sentence_end integer,
    run_id integer
);

-- the mentions that the anchors are bound to since the last run that linked
create table judgement_bindings (
    judgement_id varchar,
    position integer,
    part integer,
    mention_id varchar,
    run_id integer
);

create table past_judgement_bindings as from judgement_bindings limit 0;

alter table past_judgement_bindings add column until_run integer;
