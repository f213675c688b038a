-- What shows cheaply that two voices tell of different incidents. `reach` is a chord of the unit sphere: what the
-- words for the place allow, and a kilometre. A bit stands for each kind, and one for all that no codebook knows.
create or replace temp table apart as
with numbered as (
    select
        kind,
        (row_number() over (order by kind))::integer as number
    from (select distinct one as kind from kinds)
),

barring as (
    select
        one.kind,
        (1::ubigint << one.number) as kind_bit,
        coalesce(bit_or(1::ubigint << other.number) filter (where kinds.nearness <= worth.opposed), 0)::ubigint as kinds_barred
    from numbered as one
    cross join figures
    join kinds on kinds.one = one.kind
    join numbered as other on other.kind = kinds.other
    group by one.kind, one.number
)

select
    voices.voice,
    voices.is_aggregate,
    not exists (from fresh) or voices.voice in (select voicing.voice from voicing join fresh using (id)) as is_fresh,
    voices.founds,
    voices.day_low,
    voices.day_high,
    voices.x,
    voices.y,
    voices.z,
    2 * sin(greatest(worth.neighbour_km, voices.radius_km + 1) / 6371.0 / 2) as reach,
    coalesce(barring.kind_bit, 0)::ubigint as kind_bit,
    coalesce(barring.kinds_barred, 0)::ubigint as kinds_barred
from voices
cross join figures
left join barring using (kind)
