-- Which mentions tell of one incident, by their scores, and why in words.

create table links (
    mention_id varchar,
    other_id varchar,
    score double,
    reason varchar,
    run_id integer
);

create table past_links as from links limit 0;

alter table past_links add column until_run integer;
