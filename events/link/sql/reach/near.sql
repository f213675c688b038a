-- Mentions that changed ones may be linked to: those whose days touch theirs, by cells of eight days; and where either
-- has no day within a month, those that tell the same toll of the same country, or whose persons harmed share a name.
create or replace temp table asked as
with days as (
    select
        mention_id,
        country_code,
        killed,
        coalesce(date_start, case when status <> 'background' then coalesce(date_end, published) - $open_days::integer end)
            - date '2000-01-01' as day_low,
        coalesce(date_end, published, date_start + $open_days::integer) - date '2000-01-01' as day_high
    from mention_facts
    left join (select report_id, published from reports) as reports using (report_id)
    where status in ('happened', 'attempted', 'background')
),

told as (
    select
        *,
        coalesce(day_high - day_low, 1000000) as length
    from days
),

moved as (
    from told
    semi join changed using (mention_id)
),

cells as (
    select distinct unnest(range((day_low - 1) // 8, (day_high + 1) // 8 + 1)) as cell
    from moved
    where length < $month_days
),

span as (
    select
        min(day_low) - 1 as day_low,
        max(day_high) + 1 as day_high
    from moved
    where length < $month_days
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
        told.length
    from named
    join told using (mention_id)
)

select mention_id
from told
where length < $month_days
    and (day_low // 8 in (select cell from cells) or day_high // 8 in (select cell from cells))

union

select mention_id
from told
cross join span
where told.length between 8 and $month_days
    and told.day_low <= span.day_high
    and told.day_high >= span.day_low

union

select told.mention_id
from told
join moved
    on moved.country_code = told.country_code
    and moved.killed = told.killed
where told.length >= $month_days
    or moved.length >= $month_days

union

select naming.mention_id
from naming
join naming as moved_naming using (name)
semi join changed on changed.mention_id = moved_naming.mention_id
where naming.length >= $month_days
    or moved_naming.length >= $month_days

union

select mention_id
from changed
