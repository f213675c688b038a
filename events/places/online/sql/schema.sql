-- The answers of online geocoders: beside the gazetteer, so that a gazetteer built anew keeps them.
create table cache (
    format integer not null
);

-- One row an answer; one without places says that the service knows none.
create table answers (
    service varchar not null,
    server varchar not null,
    key varchar not null,
    country_code varchar,
    name varchar not null,
    asked_at timestamp not null,
    places struct(
        place_id varchar, name varchar, kind varchar, latitude double, longitude double, radius_km double,
        country_code varchar, admin1 varchar, admin2 varchar, admin3 varchar, population bigint, source varchar,
        licence varchar, names varchar[]
    )[] not null
);

-- When each server may be asked next, in seconds since 1970: for all builds on the machine together.
create table paces (
    server varchar not null,
    free_at double not null
);

comment on table answers is 'What was asked, when, and the places answered; key is the name with its case folded.';
