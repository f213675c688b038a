-- Incidents by country and month, of the countries with the most; what spans months belongs to none.
with monthly as (
    select
        coalesce(country, country_code, 'no country') as country,
        date_trunc('month', date_start) as first_day,
        count(*) as incidents,
        sum(killed) as killed
    from chosen
    where scope is distinct from 'aggregate'
        and date_trunc('month', date_start) = date_trunc('month', date_end)
    group by all
),

foremost as (
    select
        country,
        sum(incidents) as total
    from monthly
    group by country
    order by
        total desc,
        country
    limit $most
)

select
    monthly.country,
    epoch_ms(monthly.first_day::timestamp) as period,
    monthly.incidents,
    monthly.killed,
    foremost.total
from monthly
join foremost using (country)
order by
    foremost.total desc,
    monthly.country,
    monthly.first_day
