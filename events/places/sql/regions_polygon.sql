select polygon
from memory.told_boundaries
where rowid = ?
