-- The sources' rows as they are read, before divisions have points.
create temp table staged_places as
from read_csv($places, header = false, delim = ',', quote = '"', escape = '"', nullstr = '', auto_detect = false,
    columns = {
        'place_id': 'varchar', 'name': 'varchar', 'kind': 'varchar', 'latitude': 'double', 'longitude': 'double',
        'radius_km': 'double', 'country_code': 'varchar', 'admin1_id': 'varchar', 'admin2_id': 'varchar',
        'population': 'bigint', 'geonames_id': 'bigint', 'disputed_by': 'varchar', 'source': 'varchar', 'licence': 'varchar'
    })
