-- What is linked, what people have said of it, and what of it is new.
create or replace temp table tellings (
    id varchar,
    group_id varchar,
    coded boolean,
    publisher varchar,
    published date,
    founds boolean,
    recalls boolean,
    scope varchar,
    date_start date,
    date_end date,
    date_precision varchar,
    yearless varchar[],
    country_code varchar,
    latitude double,
    longitude double,
    radius_km double,
    place_id varchar,
    place_precision varchar,
    event_type varchar,
    sub_event_type varchar,
    actors struct(name varchar, actor_id varchar, type varchar, side varchar, country_code varchar)[],
    persons varchar[],
    killed_low integer,
    killed integer,
    killed_high integer,
    injured_low integer,
    injured integer,
    injured_high integer,
    text varchar,
    copy_of varchar,
    trigger_start integer
);

create or replace temp table joined (
    one varchar,
    other varchar
);

create or replace temp table parted (
    one varchar,
    other varchar
);

-- tellings that are compared with all others; where none is named, all are but those that are settled
create or replace temp table fresh (
    id varchar
);

-- tellings that stand together in an incident of which nothing is known to have changed; they are compared among
-- themselves, and the loose ones with loose ones of others, for something fresh may bring these together
create or replace temp table settled (
    id varchar,
    home varchar,
    is_loose boolean
);
