-- How much happened in each country in each month. Months without an incident have no row.
create or replace view country_month as
select
    country_code,
    any_value(country order by country) as country,
    month,
    count(*) as incidents,
    count(*) filter (killed > 0) as fatal_incidents,
    count(*) filter (killed is null) as incidents_without_toll,
    sum(killed_low)::bigint as killed_low,
    sum(killed)::bigint as killed,
    sum(killed_high)::bigint as killed_high,
    sum(killed_civilians)::bigint as killed_civilians,
    sum(injured)::bigint as injured,
    sum(abducted)::bigint as abducted,
    count(*) filter (is_single_source) as single_source
from countable_incidents
group by
    country_code,
    month;
