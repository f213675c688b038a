-- The cells of day and place in which a telling looks for others: at its own vagueness of place.
create or replace temp table looks as
with looking as (
    select
        voices.voice,
        voices.spots,
        floor((voices.day_low - worth.neighbour_days) / 4.0)::integer as first_days,
        floor((voices.day_high + worth.neighbour_days) / 4.0)::integer as last_days,
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

crossed as (
    select
        voice,
        spots,
        first_days,
        band,
        unnest(range(first_days, last_days + 1))::integer as days_cell,
        columns_around,
        first_column,
        least(last_column, first_column + columns_around - 1) as last_column
    from columned
),

unrolled as (
    select
        voice,
        spots,
        first_days,
        days_cell,
        band,
        columns_around,
        unnest(range(first_column, last_column + 1))::integer as column_cell
    from crossed
)

select
    voice,
    spots,
    first_days,
    days_cell,
    band,
    (((column_cell % columns_around) + columns_around) % columns_around)::integer as column_cell
from unrolled
