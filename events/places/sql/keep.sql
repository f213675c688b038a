-- What another file holds of the sources that stay.
insert into sources
from old.sources
where source in (select unnest($kept::varchar[]));

insert into entries
from old.entries
where source in (select unnest($kept::varchar[]));

insert into memory.told_boundaries
select entry_id, source, polygon, latitude, longitude, radius_km, south, west, north, east, box_south, box_west, box_north,
    box_east
from old.boundaries
where source in (select unnest($kept::varchar[]));
