-- What the sources tell, before it is known which of their entries are one place.
create temp table told_names (
    key varchar,
    entry_id varchar,
    kind varchar,
    language varchar,
    name varchar,
    source varchar
);

-- In the memory's own database, where a second cursor finds it, too.
create table memory.told_boundaries (
    entry_id varchar,
    source varchar,
    polygon blob,
    latitude double,
    longitude double,
    radius_km double,
    south double,
    west double,
    north double,
    east double,
    box_south double,
    box_west double,
    box_north double,
    box_east double
);
