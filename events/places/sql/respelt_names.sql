insert into told_names
select key, place_id, kind, nullif(language, ''), name, source
from read_csv($names, header = false, delim = ',', quote = '"', escape = '"', auto_detect = false,
    columns = {
        'key': 'varchar', 'place_id': 'varchar', 'kind': 'varchar', 'language': 'varchar', 'source': 'varchar',
        'name': 'varchar'
    })
