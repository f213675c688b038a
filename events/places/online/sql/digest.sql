-- What the digest of the answers hashes: all but the day on which they were asked.
select service, server, key, country_code, places
from answers
order by service, server, key, country_code
