-- Mentions that changed ones may meet, told by their days and places alone: those whose days touch theirs and that lie as
-- near as their words allow, or may do so where either has no place. Where either has no day within a month, those that
-- tell the same toll of the same country, whose persons harmed share a name, or that say the same in all that is asked here.
create or replace temp table asked as
with opened as (
    select
        mention_id,
        coalesce(date_end, case when date_start is null then reports.published end) as last_day,
        date_start,
        status <> 'background' or $found_background as happened_then,
        country_code,
        killed,
        injured,
        coalesce(sub_event_type, event_type) as kind,
        latitude,
        longitude,
        greatest($neighbour_km, coalesce(radius_km, 0) + 1) + 1 as reach_km,
        latitude is not null
            and longitude is not null
            and place_precision not in ('country', 'unknown')
            and coalesce(radius_km, 0) <= $area_km as is_placed
    from mention_facts
    left join (select report_id, published from reports) as reports using (report_id)
    where status in ('happened', 'attempted', 'background')
),

told as materialized (
    select
        * exclude (date_start, last_day, happened_then),
        coalesce(date_start, case when happened_then then last_day - $open_days::integer end) - date '2000-01-01' as day_low,
        coalesce(last_day, date_start + $open_days::integer) - date '2000-01-01' as day_high,
        coalesce(day_high - day_low, 1000000) >= $month_days as is_long
    from opened
),

moved as (
    from told
    semi join changed using (mention_id)
),

-- days that touch, by cells of eight
sought as (
    select
        *,
        unnest(range((day_low - 1) // 8, (day_high + 1) // 8 + 1)) as cell
    from moved
    where not is_long
),

span as (
    select
        min(day_low) - 1 as day_low,
        max(day_high) + 1 as day_high
    from moved
    where not is_long
),

found as (
    select
        told.*,
        unnest(range(told.day_low // 8, told.day_high // 8 + 1)) as cell
    from told
    cross join span
    where not told.is_long
        and told.day_low <= span.day_high
        and told.day_high >= span.day_low
),

touching as (
    select distinct found.mention_id
    from found
    join sought
        on sought.cell = found.cell
        and sought.day_low <= found.day_high + 1
        and found.day_low <= sought.day_high + 1
    where case
        when found.is_placed and sought.is_placed
        then abs(found.latitude - sought.latitude) * 111 <= greatest(found.reach_km, sought.reach_km)
            -- the great circle, on a sphere of 6,371 km
            and 12742 * asin(
                sqrt(
                    least(
                        1,
                        pow(sin(radians(found.latitude - sought.latitude) / 2), 2)
                        + cos(radians(sought.latitude)) * cos(radians(found.latitude))
                        * pow(sin(radians(found.longitude - sought.longitude) / 2), 2)
                    )
                )
            ) <= greatest(found.reach_km, sought.reach_km)
        else coalesce(found.country_code = sought.country_code, true)
    end
),

-- a word of a name is enough to look: whether it is the same person is compared later
named as (
    select
        mention_id,
        unnest(string_split(lower(strip_accents(translate(actor, '"“”‘’''.,()', ''))), ' ')) as name
    from participant_facts
    where mention_id is not null
        and kind = 'person'
        and role in ('victim', 'target')
),

naming as (
    select
        named.mention_id,
        named.name,
        told.is_long,
        changed.mention_id is not null as is_moved
    from named
    join told using (mention_id)
    left join changed using (mention_id)
)

from touching

union

select told.mention_id
from told
semi join moved
    on moved.country_code = told.country_code
    and moved.killed = told.killed
where told.is_long

union

select told.mention_id
from told
semi join (from moved where is_long) as moved
    on moved.country_code = told.country_code
    and moved.killed = told.killed

union

select naming.mention_id
from (from naming where is_long) as naming
semi join (from naming where is_moved) as moved using (name)

union

select naming.mention_id
from naming
semi join (from naming where is_moved and is_long) as moved using (name)

union

-- the same words without a day or a toll are one voice
select told.mention_id
from told
join moved
    on moved.day_low is not distinct from told.day_low
    and moved.day_high is not distinct from told.day_high
    and moved.country_code is not distinct from told.country_code
    and moved.latitude is not distinct from told.latitude
    and moved.longitude is not distinct from told.longitude
    and moved.killed is not distinct from told.killed
    and moved.injured is not distinct from told.injured
    and moved.kind is not distinct from told.kind
where told.is_long
    and moved.is_long

union

select mention_id
from changed
