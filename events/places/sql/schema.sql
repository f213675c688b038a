-- What a gazetteer file holds. A file of an older format is built anew.
create table gazetteer (
    format integer not null,
    recipe varchar not null,
    spelling varchar not null,
    digest varchar not null
);

-- Every source of places: what came with affray, and each file that was added. Nothing tells where the file lay.
create table sources (
    source varchar not null,
    format varchar not null,
    bundled boolean not null,
    precedence integer not null,
    version varchar,
    licence varchar not null,
    attribution varchar,
    places bigint not null,
    names bigint not null,
    refused bigint not null,
    digest varchar not null,
    added timestamp
);

-- The places as each source gives them; from these all that follows is derived.
create table entries (
    place_id varchar not null,
    name varchar not null,
    kind varchar not null,
    latitude double,
    longitude double,
    radius_km double,
    country_code varchar,
    admin1_id varchar,
    admin2_id varchar,
    admin3_id varchar,
    admin_codes varchar,
    admin1_key varchar,
    population bigint not null,
    geonames_id bigint,
    disputed_by varchar,
    source varchar not null
);

-- Normalised names with those as written. Where places of two sources are one, entry_id is the source's own id.
-- A scan for a number is ten times as fast as one for a text: codes are made of the keys, and of the ids below.
create table names (
    key varchar not null,
    place_id varchar not null,
    kind varchar not null,
    language varchar,
    name varchar not null,
    source varchar not null,
    entry_id varchar,
    code uinteger not null
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
    licence varchar not null,
    code uinteger not null
);

create macro code_of(word) as (md5_number_lower(word) >> 32)::uinteger;

-- What countries and divisions cover: the box of their outline, else of their settlements, and who else claims them.
create table divisions (
    place_id varchar not null,
    south double,
    west double,
    north double,
    east double,
    settlements bigint not null,
    disputed_by varchar[] not null
);

-- What a division covers where a source tells it: WKB in WGS 84. One source may overrule another's. The point lies
-- inside, the radius around it covers all; the first box holds the whole, the second the mainland and what is near it.
create table boundaries (
    place_id varchar not null,
    source varchar not null,
    polygon blob not null,
    entry_id varchar not null,
    latitude double not null,
    longitude double not null,
    radius_km double not null,
    south double not null,
    west double not null,
    north double not null,
    east double not null,
    box_south double not null,
    box_west double not null,
    box_north double not null,
    box_east double not null
);

comment on table names is 'Normalised names; kind is name, alias, code (short capitals) or demonym.';
comment on table places is 'Degrees are WGS 84; radius_km covers the place from its point.';
