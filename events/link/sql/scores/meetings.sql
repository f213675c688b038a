-- Who meets in a cell, each pair once: the vaguer place looks, the finer is found; a pair that shares several cells of
-- days meets in the first. Days, distance and kinds are compared here, before any word is.
create or replace temp table meetings as
with found as (
    select homes.*, apart.* exclude voice
    from homes
    join apart using (voice)
),

looking as (
    select looks.*, apart.* exclude voice
    from looks
    join apart using (voice)
)

select
    looking.voice as one,
    found.voice as other
from looking
join found
    on found.spots = looking.spots
    and found.days_cell = looking.days_cell
    and found.band = looking.band
    and found.column_cell = looking.column_cell
    and found.is_aggregate = looking.is_aggregate
where found.days_cell = greatest(found.first_days, looking.first_days)
    and (found.own_spots < looking.spots or found.voice < looking.voice)
    and found.day_low <= looking.day_high + 1
    and looking.day_low <= found.day_high + 1
    and found.kind_bit & looking.kinds_barred = 0
    and (found.founds or looking.founds)
    and (found.is_fresh or looking.is_fresh)
    and pow(found.x - looking.x, 2) + pow(found.y - looking.y, 2) + pow(found.z - looking.z, 2)
        <= pow(greatest(found.reach, looking.reach), 2)

union

select one, other
from evident
