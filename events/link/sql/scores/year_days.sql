-- On which days of a year, counted from 1 January 2000, those happened of which no year is told, and beside such those
-- of which it is.
create or replace temp table year_days as
with told as (
    select
        voice,
        unnest(yearless) as days
    from voices
),

-- an extractor of another kind may have written what is no day
bounded as (
    select
        voice,
        date '2000-01-01' as origin,
        try_cast(replace(split_part(days, '/', 1), 'XXXX', '2000') as date) - origin as day_low,
        try_cast(replace(split_part(days, '/', -1), 'XXXX', '2000') as date) - origin as day_high
    from told
),

listed as (
    select
        voice,
        -- 31 December to 1 January
        unnest(range(day_low, day_high + case when day_high < day_low then 366 else 0 end + 1)) % 366 as day
    from bounded
    where day_low is not null
        and day_high is not null
)

select
    voice,
    true as is_yearless,
    list(distinct day order by day) as days
from listed
group by voice

union all

select
    voice,
    false,
    list_transform(
        range(day_low, day_high + 1),
        lambda day: make_date(2000, month(date '2000-01-01' + day::integer), day(date '2000-01-01' + day::integer)) - date '2000-01-01'
    )
from voices
where days <= 1
    and not is_open
    and exists (from listed)
