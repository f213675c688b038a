-- Who meets in a cell, each pair once: the vaguer place looks, the finer is found; of two as vague the one that begins
-- first looks. Where a day or a place is too vague for the grid, what was told is the cell, and the vague one looks.
-- Only pairs that may score enough to count are kept, by a bound that compares no word with another: those of one stage
-- count in averages, all others only where they are linked.
create or replace temp table meetings as
with found as (
    select
        homes.cell,
        false as by_evidence,
        false as looks,
        apart.*
    from homes
    join apart using (voice)

    union all

    select
        evidence.key,
        true,
        evidence.looks,
        apart.*
    from evidence
    join apart using (voice)
),

looking as (
    select
        looks.cell,
        false as by_evidence,
        apart.*
    from looks
    join apart using (voice)

    union all

    select
        evidence.key,
        true,
        apart.*
    from evidence
    join apart using (voice)
    where evidence.looks
),

met as (
    select
        case when found.spots = looking.spots then greatest(looking.voice, found.voice) else looking.voice end as one,
        case when found.spots = looking.spots then least(looking.voice, found.voice) else found.voice end as other,
        greatest(looking.days, found.days) as days,
        greatest(looking.spots, found.spots) as spots,
        looking.is_yearless or found.is_yearless as is_yearless,
        looking.country <> found.country as is_other_country,
        looking.day_low = found.day_low and looking.day_high = found.day_high as is_same_day,
        found.day_low <= looking.day_high and looking.day_low <= found.day_high as shares_day,
        sqrt(pow(found.x - looking.x, 2) + pow(found.y - looking.y, 2) + pow(found.z - looking.z, 2))
            / greatest(found.reach, looking.reach) as distance,
        looking.place = found.place as is_same_place,
        looking.kind = found.kind as is_same_kind,
        (looking.kinds_near & found.kind_bit) <> 0 as is_near_kind,
        (looking.kinds_akin & found.kind_bit) <> 0 as is_akin_kind,
        looking.killed as killed_a,
        found.killed as killed_b,
        greatest(looking.killed_low, found.killed_low) <= least(looking.killed_high, found.killed_high) as tolls_overlap,
        least(looking.killed_high_log, found.killed_high_log) as killed_log,
        greatest(looking.killed_low_log, found.killed_low_log) - least(looking.killed_high_log, found.killed_high_log) as killed_ratio,
        looking.killed_worth,
        looking.injured as injured_a,
        found.injured as injured_b,
        looking.injured_worth as injured_worth,
        looking.firm_bits & found.firm_bits <> 0 as may_share_actor,
        (looking.loose_bits & (found.loose_bits | found.firm_bits)) | (looking.firm_bits & found.loose_bits) <> 0 as may_share_state,
        looking.person_bits & found.person_bits <> 0 as may_share_person,
        looking.is_named and found.is_named as both_name,
        looking.is_known and found.is_known as both_known,
        looking.types > 0 and found.types > 0 as both_typed,
        looking.types & found.types > 0 as shares_type,
        least(looking.words, found.words) as shorter,
        bit_count(looking.words0 & found.words0)
            + bit_count(looking.words1 & found.words1)
            + bit_count(looking.words2 & found.words2)
            + bit_count(looking.words3 & found.words3)
            + least(looking.doubled, found.doubled) as shared_words,
        bit_count(looking.name_bits & found.name_bits) + least(looking.names_doubled, found.names_doubled) as shared_names,
        looking.coded + found.coded as coded,
        looking.stage = found.stage as is_of_one_stage
    from looking
    join found using (cell, by_evidence)
    where case
            when not by_evidence
            then found.spots < looking.spots or found.day_low > looking.day_low or found.voice < looking.voice
            else (not found.looks or found.voice < looking.voice)
                and (
                    greatest(looking.days, found.days) >= 2
                    or greatest(looking.spots, found.spots) >= 3
                    -- a week and a province
                    or greatest(looking.spots, found.spots) = 2 and greatest(looking.days, found.days) = 1
                )
        end
        and found.is_aggregate = looking.is_aggregate
        and found.voice <> looking.voice
        and (found.kind_bit & looking.kinds_barred) = 0
        and (found.founds or looking.founds)
        and (
            found.is_fresh
            or looking.is_fresh
            or found.home = looking.home
            or found.is_loose and looking.is_loose and found.stage = looking.stage
        )
        and (
            greatest(looking.spots, found.spots) >= 3
            or pow(found.x - looking.x, 2) + pow(found.y - looking.y, 2) + pow(found.z - looking.z, 2)
                <= pow(greatest(found.reach, looking.reach), 2)
        )
        and (
            not by_evidence
            or (
                greatest(looking.days, found.days) = 4
                or (looking.day_low <= found.day_high + 1 and found.day_low <= looking.day_high + 1)
            )
            and (
                greatest(looking.spots, found.spots) < 3
                or looking.country = found.country
                or looking.country is null
                or found.country is null
            )
        )
),

bounded as (
    select
        one,
        other,
        case
            when days = 4 then if(is_yearless, greatest($any_year, $undated), $undated)
            when days = 3 then $within_year
            when days = 2 then $within_month
            when days = 1 then greatest($reported_then, $within_week)
            when is_same_day then $same_day
            when shares_day then $shared_day
            else $next_day
        end
        + case spots
            when 0 then $spot * (1 - 0.5 * least(1, distance))
            when 1 then $town * (1 - 0.5 * least(1, distance))
            when 2 then $area
            when 3 then if(is_other_country, $other_country, $country)
            else if(is_other_country, $other_country, $unplaced)
        end
        + case when is_same_place then $same_place else 0 end
        + case
            when is_same_kind or is_near_kind then $kind
            when is_akin_kind then 0.5 * $kind
            else 0
        end
        + case
            when killed_a is null or killed_b is null then 0
            when killed_a = killed_b and killed_a > 0 then killed_worth
            when killed_a = killed_b or tolls_overlap then $toll_overlap
            when least(killed_a, killed_b) = 0 then $none_and_some
            when days = 0 then greatest($other_toll, $both_tolls * killed_log + $toll_ratio * killed_ratio)
            else greatest($other_toll, $toll_then * killed_ratio + $toll_size * killed_log * greatest(0, 1 - 4 * killed_ratio))
        end
        + case
            when injured_a is null or injured_b is null then 0
            else $injured_share * greatest(injured_worth, $toll_overlap)
        end
        + case
            when may_share_actor then $same_actor + greatest(0, $same_side, $other_side)
            when both_known then $other_actors
            when both_name then $other_names
            when may_share_state then greatest($same_state, $same_types)
            when not both_typed then 0
            when shares_type then $same_types
            else $other_types
        end
        + case when may_share_person then $same_person else 0 end
        + case
            when shorter = 0 then 0
            else greatest(
                case when days = 0 and spots = 0 then $least_at_spot else $least_of_words end,
                $words * (least(shared_words, shorter) / shorter - $chance) / (1 - $chance) * least(1, shorter / $full_sentence)
                    + case when shared_words = 0 and shorter >= $full_sentence then $no_words else 0 end
                    + $name * greatest(0, least(least(shared_names, shared_words) - 1, $names))
            )
        end
        + $coded * coded as most,
        case when is_of_one_stage then $kept else greatest($kept, $link) end as needed
    from met
)

-- two may have told much in common
select distinct
    one,
    other
from bounded
-- a little more than it is, for logarithms are rounded
where most >= needed - 0.01
