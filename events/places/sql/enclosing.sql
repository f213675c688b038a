select country_code, admin1, admin2, admin3
from places
where place_id = ?
