select polygon
from boundaries
where rowid = ?
