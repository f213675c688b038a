-- What a gazetteer file holds. A file of another format is built anew.
create table gazetteer (
    format integer not null,
    recipe varchar not null,
    digest varchar not null
);

-- Every source of places: what came with affray, and each file that was added. Nothing tells where the file lay.
create table sources (
    source varchar not null,
    format varchar not null,
    bundled boolean not null,
    version varchar,
    licence varchar not null,
    attribution varchar,
    places bigint not null,
    names bigint not null,
    refused bigint not null,
    digest varchar not null,
    added timestamp
);

create table places (
    place_id varchar not null,
    name varchar not null,
    kind varchar not null,
    latitude double not null,
    longitude double not null,
    radius_km double not null,
    country_code varchar,
    admin1 varchar,
    admin2 varchar,
    admin3 varchar,
    admin1_id varchar,
    admin2_id varchar,
    admin3_id varchar,
    population bigint not null,
    geonames_id bigint,
    source varchar not null,
    licence varchar not null
);

create table names (
    key varchar not null,
    place_id varchar not null,
    kind varchar not null,
    language varchar
);

-- What countries and divisions cover: the box of their settlements, and who else claims them.
create table divisions (
    place_id varchar not null,
    south double,
    west double,
    north double,
    east double,
    settlements bigint not null,
    disputed_by varchar[] not null
);

-- What a division covers where a source tells it: WKB in WGS 84. One source may overrule another's.
create table boundaries (
    place_id varchar not null,
    source varchar not null,
    polygon blob not null
);

comment on table names is 'Normalised names; kind is name, alias, code (short capitals) or demonym.';
comment on table places is 'Degrees are WGS 84; radius_km covers the place from its point.';
