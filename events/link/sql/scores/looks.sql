-- The cells of day and place in which a telling looks for others: at its own vagueness of place. On its days and the
-- next it looks for what begins then, on its first for what is finer and began before.
create or replace temp table looks as
with looking as (
    select
        voices.voice,
        voices.is_aggregate,
        voices.spots,
        voices.day_low,
        voices.day_high + worth.neighbour_days::integer as last_day,
        voices.latitude,
        voices.longitude,
        measures.reach_km,
        measures.reach_km / 111.2 as reach_degrees,
        measures.cell_km,
        measures.cell_degrees
    from voices
    join measures using (spots)
    cross join figures
    where voices.days <= 1
        and not (voices.days = 1 and voices.spots = 2)
),

banded as (
    select
        *,
        unnest(range(
            floor((greatest(-90, latitude - reach_degrees) + 90) / cell_degrees)::integer,
            floor((least(90, latitude + reach_degrees) + 90) / cell_degrees)::integer + 1
        ))::integer as band
    from looking
),

rounded as (
    select
        *,
        greatest(
            1,
            floor(
                40032 * cos(radians(least(90, least(abs(band * cell_degrees - 90), abs((band + 1) * cell_degrees - 90))))) / cell_km
            )
        )::integer as columns_around,
        -- where the circle holds a pole it holds every meridian
        case
            when abs(latitude) + reach_degrees >= 89.9 then 180
            else least(180, degrees(asin(least(1, sin(radians(reach_degrees)) / cos(radians(latitude))))))
        end as span_degrees
    from banded
),

columned as (
    select
        *,
        floor((longitude - span_degrees + 180) / 360 * columns_around)::integer as first_column,
        floor((longitude + span_degrees + 180) / 360 * columns_around)::integer as last_column
    from rounded
),

unrolled as (
    select
        voice,
        is_aggregate,
        spots,
        day_low,
        last_day,
        band,
        columns_around,
        unnest(range(first_column, least(last_column, first_column + columns_around - 1) + 1)) as column_cell
    from columned
),

located as (
    select
        * exclude (column_cell),
        (((column_cell % columns_around) + columns_around) % columns_around)::integer as column_cell
    from unrolled
),

dated as (
    select
        *,
        unnest(range(day_low, last_day + 1)) as day,
        true as is_first
    from located

    union all

    select
        *,
        day_low,
        false
    from located
)

select
    voice,
    spots,
    hash(is_aggregate, spots, day::integer, is_first, band, column_cell) as cell
from dated
