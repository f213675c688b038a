-- What shows cheaply how much two voices can have in common at most. `reach` is a chord of the unit sphere: what the
-- words for the place allow, and a kilometre. A bit stands for each kind, and one for each actor's word, by its hash:
-- two that share no bit share nothing. `doubled` counts the words that stand behind the bit of another. Of what
-- is settled only that is compared which fresh tellings may bring together.
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
        coalesce(bit_or(1::ubigint << other.number) filter (where kinds.nearness <= worth.opposed), 0)::ubigint as kinds_barred,
        coalesce(bit_or(1::ubigint << other.number) filter (where kinds.nearness > 0.5), 0)::ubigint as kinds_near,
        coalesce(bit_or(1::ubigint << other.number) filter (where kinds.nearness > 0), 0)::ubigint as kinds_akin
    from numbered as one
    cross join figures
    join kinds on kinds.one = one.kind
    join numbered as other on other.kind = kinds.other
    group by one.kind, one.number
),

homes as (
    select
        voicing.voice,
        any_value(hash(settled.home)) as home,
        bool_or(settled.is_loose) as is_loose
    from settled
    join voicing using (id)
    group by voicing.voice
),

bits as (
    select
        voice,
        list_reduce(list_transform(firm, lambda word: 1::ubigint << (word % 64)), lambda one, other: one | other, 0::ubigint) as firm_bits,
        list_reduce(list_transform(loose, lambda word: 1::ubigint << (word % 64)), lambda one, other: one | other, 0::ubigint) as loose_bits,
        list_reduce(list_transform(persons, lambda name: 1::ubigint << (name % 64)), lambda one, other: one | other, 0::ubigint) as person_bits
    from voices
)

select
    voices.voice,
    voices.is_aggregate,
    not exists (from fresh) or voices.voice in (select voicing.voice from voicing join fresh using (id)) as is_fresh,
    homes.home,
    homes.is_loose,
    voices.founds,
    voices.stage,
    voices.is_coded::integer / 2 as coded,
    voices.days,
    voices.spots,
    len(voices.yearless) > 0 as is_yearless,
    if(voices.country_code is not null, hash(voices.country_code), null) as country,
    voices.day_low,
    voices.day_high,
    voices.x,
    voices.y,
    voices.z,
    2 * sin(greatest(worth.neighbour_km, voices.radius_km + 1) / 6371.0 / 2) as reach,
    hash(voices.place_id) as place,
    voices.kind,
    coalesce(barring.kind_bit, 0)::ubigint as kind_bit,
    coalesce(barring.kinds_barred, 0)::ubigint as kinds_barred,
    coalesce(barring.kinds_near, 0)::ubigint as kinds_near,
    coalesce(barring.kinds_akin, 0)::ubigint as kinds_akin,
    voices.killed_low,
    voices.killed,
    voices.killed_high,
    ln(voices.killed_low + 1)::float as killed_low_log,
    ln(voices.killed_high + 1)::float as killed_high_log,
    least(worth.most_of_toll, worth.same_toll + worth.toll_size * ln(greatest(1, voices.killed)))::float as killed_worth,
    voices.injured,
    least(worth.most_of_toll, worth.same_toll + worth.toll_size * ln(greatest(1, voices.injured)))::float as injured_worth,
    coalesce(bits.firm_bits, 0) as firm_bits,
    coalesce(bits.loose_bits, 0) as loose_bits,
    coalesce(bits.person_bits, 0) as person_bits,
    len(voices.firm) > 0 as is_named,
    len(voices.known) > 0 as is_known,
    voices.types,
    len(voices.words)::smallint as words,
    (
        len(voices.words)
            - bit_count(voices.words0)
            - bit_count(voices.words1)
            - bit_count(voices.words2)
            - bit_count(voices.words3)
    )::smallint as doubled,
    voices.words0,
    voices.words1,
    voices.words2,
    voices.words3,
    (len(voices.names) - bit_count(voices.name_bits))::smallint as names_doubled,
    voices.name_bits
from voices
cross join figures
left join bits using (voice)
left join barring using (kind)
left join homes using (voice)
