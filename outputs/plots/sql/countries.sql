select distinct
    country_code,
    country
from incidents
where country_code is not null
    or country is not null
order by all
