-- Tellings that say the same in the same words are one voice: forty outlets that print one wire are compared once.
-- A voice is numbered by the hash of its least telling. What people have joined or parted speaks for itself.
create or replace temp table voicing as
with judged as (
    select one as id from joined
    union
    select other from joined
    union
    select one from parted
    union
    select other from parted
),

saying as (
    select
        profiles.id,
        profiles.group_id,
        profiles.trigger_start,
        case
            when judged.id is null and len(words) >= worth.full_sentence
            then hash(
                is_coded, is_aggregate, founds, recalls, days, spots, day_low, day_high, is_open, yearless, country_code, place_id,
                latitude, longitude, radius_km, kind, killed_low, killed, killed_high, injured_low, injured,
                injured_high, words, firm, loose, sided, types, persons
            )
        end as said
    from profiles
    cross join figures
    left join judged using (id)
),

repeated as (
    select said
    from saying
    where said is not null
    group by said
    having count(*) > 1
),

-- the first of a report that says so meets firsts, the second seconds
ranked as (
    select
        saying.id,
        saying.said,
        row_number() over (
            partition by saying.said, coalesce(saying.group_id, saying.id)
            order by saying.trigger_start, saying.id
        ) as rank
    from saying
    semi join repeated using (said)
),

voiced as (
    select
        id,
        min(id) over (partition by said, rank) as speaker
    from ranked
)

select
    profiles.id,
    coalesce(voiced.speaker, profiles.id) as speaker,
    md5_number_lower(coalesce(voiced.speaker, profiles.id)) as voice
from profiles
left join voiced using (id)
