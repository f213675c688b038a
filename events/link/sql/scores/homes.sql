-- The cells of day and place in which a telling is found: at its own vagueness of place and at every coarser one.
-- Two of one vagueness meet where the later begins; a finer one is found on each of its days by a vaguer one that
-- begins then. A row of cells has as many as fit around the globe at its latitude nearest the equator; one at the poles.
create or replace temp table homes as
with placed as (
    select
        voices.voice,
        voices.is_aggregate,
        voices.spots as own_spots,
        measures.spots,
        voices.day_low,
        voices.day_high + worth.neighbour_days::integer as last_day,
        floor((voices.latitude + 90) / cell_degrees)::integer as band,
        voices.longitude,
        measures.cell_km,
        measures.cell_degrees
    from voices
    cross join figures
    join measures on measures.spots >= voices.spots
    where voices.days <= 1
        and not (voices.days = 1 and measures.spots = 2)
),

rounded as (
    select
        *,
        greatest(
            1,
            floor(
                40032 * cos(radians(least(90, least(abs(band * cell_degrees - 90), abs((band + 1) * cell_degrees - 90))))) / cell_km
            )
        )::integer as columns_around
    from placed
),

located as (
    select
        *,
        (floor((longitude + 180) / 360 * columns_around)::integer % columns_around)::integer as column_cell
    from rounded
),

dated as (
    select
        *,
        day_low as day,
        true as is_first
    from located

    union all

    select
        *,
        unnest(range(day_low + 1, last_day + 1)),
        false
    from located
    where own_spots < spots
)

select
    voice,
    own_spots,
    hash(is_aggregate, spots, day::integer, is_first, band, column_cell) as cell
from dated
