-- What the sources tell, before it is known which of their entries are one place.
create temp table told_names (
    key varchar,
    entry_id varchar,
    kind varchar,
    language varchar,
    name varchar,
    source varchar
);

create temp table told_boundaries (
    entry_id varchar,
    source varchar,
    polygon blob
);
