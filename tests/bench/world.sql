-- Tellings of made-up incidents with the skew of reality: one city sees a hundred a day, a third of all, and the rest
-- lie in two thousand places of thirty countries, fewer in each than in the one before; most incidents are told once or
-- twice, a few by dozens; three tellings in ten are vague in their day or place; outlets differ in tolls and words.
create table world as
with incidents as (
    select
        number,
        [('0x' || md5(number || ':' || place)[1:7])::integer for place in range(16)] as draw
    from range(greatest(10, $count * 10 // 34)) as numbers(number)
),

happened as (
    select
        number,
        draw,
        date '2015-01-01' + (draw[1] % greatest(2, $count * 10 // 34 // 300))::integer as day,
        draw[2] % 10 < 3 as is_in_city,
        -- the lower the number of a place, the more happens there
        floor(2000 * pow((draw[3] % 10000) / 10000.0, 2))::integer as spot,
        case
            when draw[4] % 10 < 5 then 1
            when draw[4] % 10 < 8 then 2
            when draw[4] % 10 = 8 then 6
            else draw[5] % 34
        end as times,
        floor(22 * pow((draw[6] % 1000) / 1000.0, 2))::integer as kind,
        case
            when draw[7] % 10 < 3 then null
            when draw[7] % 10 < 5 then 0
            else floor(1 / (0.004 + (draw[8] % 1000) / 1000.0))::integer
        end as killed,
        draw[9] % 40 as armed,
        list_transform(range(7), lambda step: (draw[10] * (step + 3) * 7919) % 6000) as words
    from incidents
),

told as (
    select
        *,
        unnest(range(times)) as telling
    from happened
),

telling as (
    select
        * exclude (draw),
        [('0x' || md5(number || '/' || telling || '/' || place)[1:7])::integer for place in range(12)] as draw,
        case when is_in_city then 0 else spot % 30 end as country,
        case when is_in_city then 10 else (spot * 37 % 120) - 60 + spot / 5000.0 end as latitude,
        case when is_in_city then 20 else (spot * 91 % 340) - 170 + spot / 3000.0 end as longitude
    from told
),

vague as (
    select
        *,
        case
            when draw[1] % 20 < 15 then 'exact'
            when draw[1] % 20 = 15 then 'next'
            when draw[1] % 20 = 16 then 'week'
            when draw[1] % 20 = 17 then 'before'
            when draw[1] % 20 = 18 then 'month'
            else 'none'
        end as dated,
        case
            when draw[2] % 20 < 16 then 'place'
            when draw[2] % 20 < 18 then 'area'
            when draw[2] % 20 = 18 then 'country'
            else 'none'
        end as placed
    from telling
)

select
    number as incident,
    'm-' || md5(number || '-' || telling)[1:16] as id,
    'r-' || md5(number || '-' || telling)[1:16] as group_id,
    'Outlet ' || draw[3] % 60 as publisher,
    day + 1 as published,
    true as founds,
    false as recalls,
    'single' as scope,
    case dated
        when 'exact' then day
        when 'next' then day + 1
        when 'week' then day - draw[4] % 6
        when 'month' then date_trunc('month', day)::date
    end as date_start,
    case dated
        when 'exact' then day
        when 'next' then day + 1
        when 'week' then day - draw[4] % 6 + 6
        when 'before' then day + 1
        when 'month' then last_day(day)
    end as date_end,
    case dated when 'exact' then 'day' when 'next' then 'day' else 'days' end as date_precision,
    case when placed <> 'none' then 'C' || country end as country_code,
    case placed
        when 'place' then latitude + (number % 20 - 10) * if(is_in_city, 0.02, 0)
        when 'area' then round(latitude)
        when 'country' then country - 15.0
    end as latitude,
    case placed
        when 'place' then longitude + (number // 20 % 20 - 10) * if(is_in_city, 0.02, 0)
        when 'area' then round(longitude)
        when 'country' then country * 6.0 - 90
    end as longitude,
    case placed when 'place' then if(is_in_city and number % 2 = 0, 12.0, 2.0) when 'area' then 80.0 when 'country' then 400.0 end as radius_km,
    case placed
        when 'place' then 'g' || spot || '-' || if(is_in_city, number % 400, 0)
        when 'area' then 'a' || (spot // 20)
        when 'country' then 'c' || country
    end as place_id,
    case placed when 'place' then 'settlement' when 'area' then 'admin1' when 'country' then 'country' end as place_precision,
    'Kind' as event_type,
    $kinds[1 + kind] as sub_event_type,
    [
        {name: 'Group ' || country || '-' || armed, actor_id: 'a' || country || '-' || armed, type: 'Rebel group', side: 'a', country_code: 'C' || country},
        {name: case draw[5] % 2 when 0 then 'soldiers' else 'villagers' end, actor_id: null, type: case draw[5] % 2 when 0 then 'State forces' else 'Civilians' end, side: 'b', country_code: 'C' || country}
    ] as actors,
    case when draw[6] % 10 = 0 then ['Person ' || number] end as persons,
    killed as killed_low,
    case when draw[7] % 5 = 0 then (killed * 1.3)::integer else killed end as killed,
    (killed * 1.3)::integer as killed_high,
    concat_ws(
        ' ',
        'Group',
        armed,
        'Town' || spot,
        $kinds[1 + kind],
        array_to_string(list_transform(words[1 + draw[8] % 3:], lambda word: 'w' || word), ' '),
        array_to_string(list_transform(range(4), lambda step: 'w' || (draw[9] * (step + 5) * 6997) % 6000), ' ')
    ) as text
from vague
