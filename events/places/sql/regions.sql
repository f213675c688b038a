-- The polygons of countries and divisions while a gazetteer is composed.
select told.rowid, staged.place_id, staged.kind, staged.country_code, standing.standing, told.south, told.west, told.north, told.east
from memory.told_boundaries as told
left join same using (entry_id)
join staged_places as staged on staged.place_id = coalesce(same.place_id, told.entry_id)
join standing on standing.source = told.source
where staged.kind in ('country', 'admin1', 'admin2', 'admin3')
order by told.rowid
