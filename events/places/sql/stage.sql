-- The places of one source, as they were staged; of two with one id the first stays.
insert into entries
with staged as (
    select *, $source as source
    from read_csv($places, header = false, delim = ',', quote = '"', escape = '"', nullstr = '', auto_detect = false,
        columns = {
            'place_id': 'varchar', 'name': 'varchar', 'kind': 'varchar', 'latitude': 'double', 'longitude': 'double',
            'radius_km': 'double', 'country_code': 'varchar', 'admin1_id': 'varchar', 'admin2_id': 'varchar',
            'admin3_id': 'varchar', 'admin_codes': 'varchar', 'admin1_key': 'varchar', 'population': 'bigint',
            'geonames_id': 'bigint', 'disputed_by': 'varchar'
        })
)
from staged
