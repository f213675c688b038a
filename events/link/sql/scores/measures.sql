-- How wide the grid's cells are at each vagueness of place, and how far a telling looks in it.
create or replace temp table measures as
with reaching as (
    select unnest([
        {spots: 0, reach_km: greatest(worth.neighbour_km, worth.spot_km + 1)},
        {spots: 1, reach_km: worth.town_km + 1},
        {spots: 2, reach_km: worth.area_km + 1}
    ], recursive := true)
    from figures
)

select
    spots::tinyint as spots,
    reach_km::double as reach_km,
    4.0 * reach_km as cell_km,
    4.0 * reach_km / 111.2 as cell_degrees
from reaching
