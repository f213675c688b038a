-- What another file holds of the sources that stay.
insert into sources
from old.sources
where source in (select unnest($kept::varchar[]));

insert into entries
from old.entries
where source in (select unnest($kept::varchar[]));

insert into told_boundaries
select entry_id, source, polygon
from old.boundaries
where source in (select unnest($kept::varchar[]));
