-- The round-ups, once for each country that they may count in: most have one, an area that no single country holds
-- ("the Sahel") has any.
create or replace temp table round_ups as
with countries as (
    select distinct country_code
    from incident_facts
    where country_code is not null
)

select
    standing.* exclude (country_code),
    countries.country_code
from standing
join countries
    on countries.country_code = standing.country_code
    or (standing.country_code is null and standing.latitude is not null)
where standing.scope = 'aggregate'
