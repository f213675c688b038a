-- Who meets by what was told, because a day or place of the two is too vague for the grid.
create or replace temp table evident as
with vague as (
    from evidence
    where days >= 1
        or spots >= 2
)

select distinct
    least(vague.voice, evidence.voice) as one,
    greatest(vague.voice, evidence.voice) as other
from vague
join evidence using (key)
join voices as first on first.voice = vague.voice
join voices as second on second.voice = evidence.voice
join apart as one on one.voice = vague.voice
join apart as other on other.voice = evidence.voice
where vague.voice <> evidence.voice
    and (
        greatest(vague.days, evidence.days) >= 2
        or greatest(vague.spots, evidence.spots) >= 3
        or (greatest(vague.days, evidence.days) = 1 and greatest(vague.spots, evidence.spots) = 2)
    )
    and one.is_aggregate = other.is_aggregate
    and (one.founds or other.founds)
    and one.kind_bit & other.kinds_barred = 0
    and (first.days = 4 or second.days = 4 or (one.day_low <= other.day_high + 1 and other.day_low <= one.day_high + 1))
    and (
        first.spots >= 3
        or second.spots >= 3
        or pow(one.x - other.x, 2) + pow(one.y - other.y, 2) + pow(one.z - other.z, 2) <= pow(greatest(one.reach, other.reach), 2)
    )
    and (first.country_code is null or second.country_code is null or first.spots < 3 and second.spots < 3 or first.country_code = second.country_code)
