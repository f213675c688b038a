-- Events that others coded, and what they are matched with. They stand beside the incidents and never become any.

create table coded_events (
    event_id varchar,
    source varchar,
    layout varchar,
    original_id varchar,
    date_start date,
    date_end date,
    date_extent varchar,
    date_precision varchar,
    country varchar,
    country_code varchar,
    admin1 varchar,
    admin2 varchar,
    admin3 varchar,
    place varchar,
    latitude double,
    longitude double,
    place_precision varchar,
    radius_km double,
    coded_type varchar,
    event_type varchar,
    sub_event_type varchar,
    ucdp_type integer,
    actors struct(name varchar, type varchar, side varchar, country_code varchar)[],
    killed_low integer,
    killed integer,
    killed_high integer,
    injured integer,
    text varchar,
    told_by varchar[],
    run_id integer
);

create table past_coded_events as from coded_events limit 0;

alter table past_coded_events add column until_run integer;

create table matches (
    id varchar,
    event_id varchar,
    score double,
    reason varchar,
    run_id integer
);

create table past_matches as from matches limit 0;

alter table past_matches add column until_run integer;
