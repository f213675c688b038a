-- What speaks for each pair and against it, part by part. A telling with an open day or without one is `undated`.
create or replace temp table scored as
with paired as (
    select
        meetings.one,
        meetings.other,
        kinds.nearness,
        a.kind_name = b.kind_name as is_same_kind,
        (a.is_coded::integer + b.is_coded::integer) / 2 as coded,
        greatest(a.days, b.days) as days,
        greatest(a.spots, b.spots) as spots,
        greatest(abs(a.day_low - b.day_low), abs(a.day_high - b.day_high)) as days_apart,
        a.day_low <= b.day_high and b.day_low <= a.day_high as shares_day,
        case
            when days_a.days is not null and days_b.days is not null and (days_a.is_yearless or days_b.is_yearless)
            then list_has_any(
                days_a.days,
                list_concat(
                    days_b.days,
                    list_transform(days_b.days, lambda day: (day + 1) % 366),
                    list_transform(days_b.days, lambda day: (day + 365) % 366)
                )
            )
        end as is_near_in_year,
        list_has_any(days_a.days, days_b.days) as is_same_in_year,
        abs(a.day_high - b.day_high) <= 1 and (a.is_open or a.days = 0) and (b.is_open or b.days = 0) as is_reported_then,
        a.country_code as country_a,
        b.country_code as country_b,
        a.stage = b.stage as is_of_one_stage,
        a.place_id = b.place_id as is_same_place,
        2 * 6371.0 * asin(least(1, sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y) + (a.z - b.z) * (a.z - b.z)) / 2)) as km,
        greatest($neighbour_km, a.radius_km + 1, b.radius_km + 1) as reach_km,
        a.killed as killed_a,
        b.killed as killed_b,
        greatest(a.killed_low, b.killed_low) as killed_low,
        least(a.killed_high, b.killed_high) as killed_high,
        a.injured as injured_a,
        b.injured as injured_b,
        greatest(a.injured_low, b.injured_low) as injured_low,
        least(a.injured_high, b.injured_high) as injured_high,
        least(len(a.words), len(b.words)) as shorter,
        len(list_filter(a.words, lambda word: list_contains(b.words, word))) as shared_words,
        len(list_filter(a.names, lambda name: list_contains(b.names, name))) as shared_names,
        len(a.firm) > 0 and len(b.firm) > 0 as both_name,
        len(a.known) > 0 and len(b.known) > 0 as both_known,
        list_has_any(a.persons, b.persons) as shares_person,
        len(a.persons) > 0 and len(b.persons) > 0 as both_name_persons,
        list_has_any(a.firm, b.firm) as shares_actor,
        list_has_any(a.loose, b.loose) or list_has_any(a.firm, b.loose) or list_has_any(a.loose, b.firm) as shares_state,
        len(a.sided) > 0 and len(b.sided) > 0 as both_take_sides,
        list_has_any(a.sided, b.sided) as shares_side,
        a.types > 0 and b.types > 0 as both_typed,
        a.types & b.types > 0 as shares_type
    from meetings
    join voices as a on a.voice = meetings.one
    join voices as b on b.voice = meetings.other
    left join kinds on kinds.one = a.kind and kinds.other = b.kind
    left join year_days as days_a on days_a.voice = meetings.one
    left join year_days as days_b on days_b.voice = meetings.other
),

judged as (
    select
        *,
        days = 4 and not coalesce(is_near_in_year and is_same_in_year, false) as is_undated
    from paired
),

weighed as (
    select
        one,
        other,
        days,
        spots,
        days_apart,
        shares_day,
        is_near_in_year and is_same_in_year as is_same_in_year,
        is_reported_then,
        km,
        nearness,
        is_same_kind,
        is_same_place,
        shares_actor,
        shares_person,
        shares_state,
        both_name,
        shared_words,
        shared_names,
        shorter,
        killed_a,
        killed_b,
        injured_a,
        injured_b,
        is_of_one_stage,
        case
            when days = 0 and days_apart = 0 then $same_day
            when days = 0 and shares_day then $shared_day
            when days = 0 then $next_day
            when days = 1 and is_reported_then then $reported_then
            when days = 1 then $within_week
            when days = 2 then $within_month
            when days = 3 then $within_year
            when is_near_in_year and is_same_in_year then $any_year
            when not is_near_in_year then $other_day
            else $undated
        end as day_points,
        case
            when country_a <> country_b and spots >= 3 then $other_country
            when spots = 0 then $spot * (1 - 0.5 * least(1, km / reach_km)) + if(is_same_place, $same_place, 0)
            when spots = 1 then $town * (1 - 0.5 * least(1, km / reach_km)) + if(is_same_place, $same_place, 0)
            when spots = 2 then $area + if(is_same_place, $same_place, 0)
            when spots = 3 then $country
            else $unplaced
        end as place_points,
        $kind * case when is_same_kind then 1 else coalesce(nearness, 0) end as kind_points,
        case
            when killed_a is null or killed_b is null then 0
            when killed_a = killed_b and killed_a = 0 then $toll_overlap
            -- everyday tolls are told of many, on some day or other
            when killed_a = killed_b then least($most_of_toll, if(is_undated, 0, $same_toll) + $toll_size * ln(killed_a))
            when least(killed_a, killed_b) = 0 then greatest($least_of_toll, $none_and_some - ln(greatest(killed_a, killed_b)))
            when killed_low <= killed_high then $toll_overlap
            when days = 0 then greatest(
                $other_toll,
                $both_tolls * ln(greatest(1, killed_high)) + $toll_ratio * ln((killed_low + 1) / (killed_high + 1))
            )
            -- 41 and 42 are as good as the same, 4 and 5 are not
            else greatest(
                $other_toll,
                $toll_then * ln((killed_low + 1) / (killed_high + 1))
                    + $toll_size * ln(greatest(1, killed_high)) * greatest(0, 1 - 4 * ln((killed_low + 1) / (killed_high + 1)))
            )
        end as killed_points,
        $injured_share * case
            when injured_a is null or injured_b is null then 0
            when injured_a = injured_b and injured_a = 0 then $toll_overlap
            when injured_a = injured_b then least($most_of_toll, $same_toll + $toll_size * ln(injured_a))
            when least(injured_a, injured_b) = 0 then greatest($least_of_toll, $none_and_some - ln(greatest(injured_a, injured_b)))
            when injured_low <= injured_high then $toll_overlap
            when days = 0 then greatest(
                $other_toll,
                $both_tolls * ln(greatest(1, injured_high)) + $toll_ratio * ln((injured_low + 1) / (injured_high + 1))
            )
            -- 41 and 42 are as good as the same, 4 and 5 are not
            else greatest(
                $other_toll,
                $toll_then * ln((injured_low + 1) / (injured_high + 1))
                    + $toll_size * ln(greatest(1, injured_high)) * greatest(0, 1 - 4 * ln((injured_low + 1) / (injured_high + 1)))
            )
        end as injured_points,
        case
            when shares_actor then $same_actor + if(both_take_sides, if(shares_side, $same_side, $other_side), 0)
            when both_known then $other_actors
            when both_name then $other_names
            when shares_state then $same_state
            when both_typed and not shares_type then $other_types
            when both_typed then $same_types
            else 0
        end as actor_points,
        case
            when shorter = 0 then 0
            else greatest(
                if(days = 0 and spots = 0, $least_at_spot, $least_of_words),
                $words * (shared_words / shorter - $chance) / (1 - $chance) * least(1, shorter / if(is_undated, $telling_sentence, $full_sentence))
                    + if(shared_words = 0 and shorter >= $full_sentence, $no_words, 0)
                    + $name * greatest(0, least(shared_names - 1, $names))
            )
        end as word_points,
        case
            when shares_person then $same_person
            -- of several dead each report may name another
            when both_name_persons and killed_a = 1 and killed_b = 1 then $other_person
            else 0
        end as person_points,
        $coded * coded as coded_points
    from judged
)

select
    *,
    round(1000 * (day_points + place_points + kind_points + killed_points + injured_points + actor_points + person_points + word_points + coded_points))::bigint
        as score
from weighed
where day_points + place_points + kind_points + killed_points + injured_points + actor_points + person_points + word_points + coded_points
    >= case when is_of_one_stage then $kept else greatest($kept, $link - 0.001) end
