-- How much happened in each first-order division in each month.
create or replace view admin1_month as
select
    country_code,
    any_value(country order by country) as country,
    admin1,
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
    admin1,
    month;
