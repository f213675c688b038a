insert into names
select key, place_id, kind, null
from read_csv($names, header = false, delim = ',', quote = '"', escape = '"', auto_detect = false,
    columns = {'key': 'varchar', 'place_id': 'varchar', 'kind': 'varchar'})
order by key, place_id
