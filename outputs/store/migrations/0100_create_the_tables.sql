-- The tables of a dataset. No primary keys and no indexes: a text key makes loading and the file
-- four times as heavy; the loader keeps ids unique and `affray check` proves it.

create table reports (
    report_id varchar,
    external_id varchar,
    publisher varchar,
    title varchar,
    byline varchar,
    url varchar,
    language varchar,
    published date,
    published_at timestamp,
    dateline varchar,
    text varchar,
    media_type varchar,
    raw_sha256 varchar,
    copy_of varchar,
    extracted boolean,
    text_fingerprint varchar
);

create table claims (
    claim_id varchar,
    report_id varchar,
    mention_id varchar,
    field varchar,
    value varchar,
    low integer,
    best integer,
    high integer,
    side varchar,
    span_start integer,
    span_end integer,
    quote varchar,
    speaker varchar,
    modality varchar,
    basis varchar,
    confidence double,
    extractor varchar,
    rule varchar,
    derived_from varchar[]
);

create table rejects (
    path varchar,
    part varchar,
    reason varchar,
    detail varchar,
    run_id integer
);

create table runs (
    run_id integer,
    started_at timestamp,
    finished_at timestamp,
    version varchar,
    extractor varchar,
    settings_digest varchar,
    gazetteer_digest varchar,
    reports integer,
    mentions integer
);

create table places (
    place_id varchar,
    name varchar,
    kind varchar,
    latitude double,
    longitude double,
    country_code varchar,
    admin1 varchar,
    admin2 varchar,
    admin3 varchar,
    source varchar,
    licence varchar,
    radius_km double,
    population bigint
);

create table actors (
    actor_id varchar,
    name varchar,
    kind varchar,
    country_code varchar,
    aliases varchar[],
    since date,
    until date
);

create table mention_facts (
    mention_id varchar,
    report_id varchar,
    status varchar,
    trigger_start integer,
    trigger_end integer,
    run_id integer,
    scope varchar,
    date_start date,
    date_end date,
    date_extent varchar,
    date_precision varchar,
    country varchar,
    country_code varchar,
    disputed_by varchar[],
    admin1 varchar,
    admin2 varchar,
    admin3 varchar,
    place varchar,
    place_as_written varchar,
    place_id varchar,
    latitude double,
    longitude double,
    place_precision varchar,
    radius_km double,
    event_type varchar,
    sub_event_type varchar,
    ucdp_type integer,
    plover_event varchar,
    plover_mode varchar,
    weapon varchar,
    actor1 varchar,
    actor1_type varchar,
    actor2 varchar,
    actor2_type varchar,
    perpetrator varchar,
    target varchar,
    killed_low integer,
    killed integer,
    killed_high integer,
    injured_low integer,
    injured integer,
    injured_high integer,
    missing integer,
    detained integer,
    abducted integer,
    released integer,
    displaced integer,
    killed_side_a integer,
    killed_side_b integer,
    killed_civilians integer,
    killed_unknown integer,
    crowd_size integer,
    civilian_targeting boolean,
    summary varchar,
    confidence double
);

create table incident_facts (
    incident_id varchar,
    review_status varchar,
    run_id integer,
    scope varchar,
    date_start date,
    date_end date,
    date_extent varchar,
    date_precision varchar,
    country varchar,
    country_code varchar,
    disputed_by varchar[],
    admin1 varchar,
    admin2 varchar,
    admin3 varchar,
    place varchar,
    place_as_written varchar,
    place_id varchar,
    latitude double,
    longitude double,
    place_precision varchar,
    radius_km double,
    event_type varchar,
    sub_event_type varchar,
    ucdp_type integer,
    plover_event varchar,
    plover_mode varchar,
    weapon varchar,
    actor1 varchar,
    actor1_type varchar,
    actor2 varchar,
    actor2_type varchar,
    perpetrator varchar,
    target varchar,
    killed_low integer,
    killed integer,
    killed_high integer,
    injured_low integer,
    injured integer,
    injured_high integer,
    missing integer,
    detained integer,
    abducted integer,
    released integer,
    displaced integer,
    killed_side_a integer,
    killed_side_b integer,
    killed_civilians integer,
    killed_unknown integer,
    crowd_size integer,
    civilian_targeting boolean,
    summary varchar,
    confidence double
);

create table memberships (
    mention_id varchar,
    incident_id varchar
);

create table casualty_facts (
    incident_id varchar,
    mention_id varchar,
    position integer,
    side varchar,
    kind varchar,
    low integer,
    best integer,
    high integer
);

create table participant_facts (
    incident_id varchar,
    mention_id varchar,
    position integer,
    actor_id varchar,
    actor varchar,
    name_as_written varchar,
    kind varchar,
    type varchar,
    country_code varchar,
    side varchar,
    role varchar,
    count_low integer,
    count integer,
    count_high integer
);

create table place_candidates (
    mention_id varchar,
    place_id varchar,
    score double,
    reason varchar
);

create table derivations (
    incident_id varchar,
    field varchar,
    rule varchar,
    mention_id varchar
);

create table settings (
    key varchar,
    value varchar
);
