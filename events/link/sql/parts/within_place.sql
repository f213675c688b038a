-- Of these, those that lie wholly where the round-up is: in its country; in its division, where both are known to lie in
-- one; else within its radius, with their own.
create or replace temp table within_place as
with measured as (
    select
        whole,
        part,
        -- the great circle, on a sphere of 6,371 km
        12742 * asin(
            sqrt(
                least(
                    1,
                    pow(sin(radians(part.latitude - whole.latitude) / 2), 2)
                    + cos(radians(whole.latitude)) * cos(radians(part.latitude))
                    * pow(sin(radians(part.longitude - whole.longitude) / 2), 2)
                )
            )
        ) as kilometres,
        case whole.place_precision
            when 'admin1' then [whole.admin1]
            when 'admin2' then [whole.admin1, whole.admin2]
            when 'admin3' then [whole.admin1, whole.admin2, whole.admin3]
        end as division,
        case whole.place_precision
            when 'admin1' then [part.admin1]
            when 'admin2' then [part.admin1, part.admin2]
            when 'admin3' then [part.admin1, part.admin2, part.admin3]
        end as division_of_part
    from within_days
)

select
    whole,
    part,
    case
        when whole.place_precision = 'country' then 'in ' || coalesce(whole.country, whole.country_code)
        when len(list_filter(division || division_of_part, lambda name: name is null)) = 0
            then case when division = division_of_part then 'in ' || division[-1] end
        when part.place_precision not in ('country', 'unknown')
            -- a point that lies where the round-up's does is no further than rounding
            and kilometres + part.radius_km <= whole.radius_km + 0.001
            then round(kilometres)::integer || ' km from its point, within ' || round(whole.radius_km)::integer || ' km'
    end as where_it_lies
from measured
where where_it_lies is not null
