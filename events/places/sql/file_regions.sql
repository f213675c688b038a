-- The polygons of countries and divisions in a gazetteer file.
with standing as (
    select source, row_number() over (order by precedence, source) as standing
    from sources
)
select boundaries.rowid, place_id, kind, country_code, standing, south, west, north, east
from boundaries
join places using (place_id)
join standing on standing.source = boundaries.source
where kind in ('country', 'admin1', 'admin2', 'admin3')
order by boundaries.rowid
