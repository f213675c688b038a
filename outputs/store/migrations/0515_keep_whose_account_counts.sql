-- Which accounts do not count for an incident's values: copied words, what is only recalled, tolls told anew since.

create table overruled (
    incident_id varchar,
    mention_id varchar,
    field varchar,
    why varchar,
    by_mention_id varchar,
    run_id integer
);

create table past_overruled as from overruled limit 0;

alter table past_overruled add column until_run integer;
