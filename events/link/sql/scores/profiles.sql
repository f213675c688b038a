-- What is compared of each telling. Days count from 2000; `days` says how vague the day is (0 exact, 1 a week, 2 a
-- month, 3 a year, 4 anything), `spots` how vague the place (0 village, 1 town, 2 province, 3 country, 4 none).
create or replace temp table profiles as
with dated as (
    select
        *,
        coalesce(date_end, case when date_start is null then published end) as last_day,
        date_start is null as is_open
    from tellings
),

counted as (
    select
        *,
        -- what has just happened did so in the days before the report; what is recalled, at any time
        coalesce(date_start, case when not recalls then last_day - worth.open_days::integer end) - date '2000-01-01' as day_low,
        coalesce(last_day, date_start + worth.open_days::integer) - date '2000-01-01' as day_high
    from dated, figures
),

measured as (
    select
        *,
        case
            when day_low is null or day_high is null then 4
            when day_high - day_low < worth.exact_days and not is_open then 0
            when day_high - day_low < worth.week_days then 1
            when day_high - day_low < worth.month_days then 2
            when day_high - day_low < worth.year_days then 3
            else 4
        end as days,
        case
            when latitude is null or longitude is null or place_precision in ('country', 'unknown') then if(country_code is null, 4, 3)
            when coalesce(radius_km, 0) <= worth.spot_km then 0
            when radius_km <= worth.town_km then 1
            when radius_km <= worth.area_km then 2
            else 3
        end as spots
    from counted
)

select
    measured.id,
    measured.group_id,
    coalesce(measured.coded, false) as is_coded,
    measured.trigger_start,
    measured.scope = 'aggregate' as is_aggregate,
    measured.founds,
    measured.recalls,
    measured.days::tinyint as days,
    measured.spots::tinyint as spots,
    measured.day_low::integer as day_low,
    measured.day_high::integer as day_high,
    measured.is_open,
    coalesce(measured.yearless, []) as yearless,
    measured.country_code,
    case when spots < 3 then measured.place_id end as place_id,
    case when spots < 3 then measured.latitude end as latitude,
    case when spots < 3 then measured.longitude end as longitude,
    coalesce(measured.radius_km, 0)::double as radius_km,
    md5_number_lower(coalesce(measured.sub_event_type, measured.event_type, '')) as kind,
    coalesce(measured.sub_event_type, measured.event_type) as kind_name,
    coalesce(measured.killed_low, measured.killed) as killed_low,
    measured.killed,
    coalesce(measured.killed_high, measured.killed) as killed_high,
    coalesce(measured.injured_low, measured.injured) as injured_low,
    measured.injured,
    coalesce(measured.injured_high, measured.injured) as injured_high,
    coalesce(sentences.words, []) as words,
    coalesce(sentences.names, []) as names,
    coalesce(sentences.words0, 0)::ubigint as words0,
    coalesce(sentences.words1, 0)::ubigint as words1,
    coalesce(sentences.words2, 0)::ubigint as words2,
    coalesce(sentences.words3, 0)::ubigint as words3,
    coalesce(sentences.name_bits, 0)::ubigint as name_bits,
    coalesce(parties.firm, []) as firm,
    coalesce(parties.known, []) as known,
    coalesce(parties.loose, []) as loose,
    coalesce(parties.sided, []) as sided,
    coalesce(parties.types, 0) as types,
    coalesce(persons.persons, []) as persons
from measured
left join sentences on sentences.text = measured.text
left join parties on parties.id = measured.id
left join persons on persons.id = measured.id
