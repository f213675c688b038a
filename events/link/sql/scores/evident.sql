-- Who meets by what was told, because a day or place of the two is too vague for the grid.
create or replace temp table evident as
with keyed as (
    select
        first.voice as one,
        second.voice as other
    from evidence as first
    join evidence as second using (key)
    where first.days >= 2
        or first.spots >= 3

    union all

    -- a week and a province
    select
        first.voice,
        second.voice
    from evidence as first
    join evidence as second using (key)
    where first.spots = 2
        and first.days <= 1
        and second.spots <= 2
        and second.days <= 1
        and greatest(first.days, second.days) = 1
),

paired as (
    select distinct
        least(one, other) as one,
        greatest(one, other) as other
    from keyed
    where one <> other
)

select
    paired.one,
    paired.other
from paired
join voices as first on first.voice = paired.one
join voices as second on second.voice = paired.other
join apart as one on one.voice = paired.one
join apart as other on other.voice = paired.other
where one.is_aggregate = other.is_aggregate
    and (one.is_fresh or other.is_fresh)
    and (one.founds or other.founds)
    and one.kind_bit & other.kinds_barred = 0
    and (first.days = 4 or second.days = 4 or (one.day_low <= other.day_high + 1 and other.day_low <= one.day_high + 1))
    and (
        first.spots >= 3
        or second.spots >= 3
        or pow(one.x - other.x, 2) + pow(one.y - other.y, 2) + pow(one.z - other.z, 2) <= pow(greatest(one.reach, other.reach), 2)
    )
    and (first.country_code is null or second.country_code is null or first.spots < 3 and second.spots < 3 or first.country_code = second.country_code)
