-- The cells of day and place in which a telling is found: at its own vagueness of place and at every coarser one.
-- A row of cells has as many as fit around the globe at its latitude nearest the equator; one at the poles.
create or replace temp table homes as
with placed as (
    select
        voices.voice,
        voices.spots as own_spots,
        measures.spots,
        voices.day_low,
        voices.day_high,
        floor(voices.day_low / 4.0)::integer as first_days,
        floor(voices.day_high / 4.0)::integer as last_days,
        floor((voices.latitude + 90) / cell_degrees)::integer as band,
        voices.longitude,
        measures.cell_km,
        measures.cell_degrees
    from voices
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
)

select
    voice,
    own_spots,
    spots,
    first_days,
    unnest(range(first_days, last_days + 1))::integer as days_cell,
    band,
    (floor((longitude + 180) / 360 * columns_around)::integer % columns_around)::integer as column_cell
from rounded
