-- Countries and divisions get their box, point and radius from their settlements.
create temp table members as
with settlements as (
    select * from staged_places where kind in ('settlement', 'site')
)
select 'country:' || country_code as division_id, latitude, longitude, population, 1.0 as cell from settlements
union all
select admin1_id, latitude, longitude, population, 0.25 from settlements where admin1_id is not null
union all
select admin2_id, latitude, longitude, population, 0.1 from settlements where admin2_id is not null;

-- The mean of the inhabited cells, not of the settlements: a crowded corner does not pull the point to itself.
create temp table centres as
with cells as (
    select distinct division_id, (floor(latitude / cell) + 0.5) * cell as latitude, (floor(longitude / cell) + 0.5) * cell as longitude
    from members
)
select division_id, round(fsum(latitude) / count(*), 4) as latitude, round(fsum(longitude) / count(*), 4) as longitude
from cells
group by division_id;

-- A hundredth of the settlements may lie outside the box: islands an ocean away are no part of "the north".
create temp table boxes as
select division_id, count(*) as settlements, sum(population)::bigint as population,
    round(quantile_cont(latitude, 0.01), 4) as south, round(quantile_cont(latitude, 0.99), 4) as north,
    round(quantile_cont(longitude, 0.01), 4) as west, round(quantile_cont(longitude, 0.99), 4) as east
from members
group by division_id;

create temp table pointed as
select staged.* exclude (latitude, longitude),
    coalesce(staged.latitude, centres.latitude) as latitude,
    coalesce(staged.longitude, centres.longitude) as longitude
from staged_places as staged
left join centres on centres.division_id = staged.place_id;

create temp table covered as
with distances as (
    select division_id, 2 * 6371.0088 * asin(least(1, sqrt(
        pow(sin(radians(members.latitude - pointed.latitude) / 2), 2)
        + cos(radians(members.latitude)) * cos(radians(pointed.latitude))
            * pow(sin(radians(members.longitude - pointed.longitude) / 2), 2)))) as km
    from members
    join pointed on pointed.place_id = members.division_id
)
select division_id, greatest(5.0, round(quantile_cont(km, 0.95) * 1.05 + 2, 1)) as radius_km
from distances
group by division_id;

-- A division without a listed settlement lies somewhere in its parent: it takes the parent's point and radius.
create temp table placed as
select pointed.* exclude (latitude, longitude, radius_km),
    coalesce(pointed.latitude, parent.latitude, country.latitude) as latitude,
    coalesce(pointed.longitude, parent.longitude, country.longitude) as longitude,
    coalesce(
        pointed.radius_km,
        covered.radius_km,
        case when pointed.latitude is null then coalesce(parent_cover.radius_km, country_cover.radius_km) end,
        25.0
    ) as radius_km
from pointed
left join covered on covered.division_id = pointed.place_id
left join pointed as parent on parent.place_id = pointed.admin1_id and parent.place_id <> pointed.place_id
left join covered as parent_cover on parent_cover.division_id = parent.place_id
left join pointed as country on country.place_id = 'country:' || pointed.country_code
left join covered as country_cover on country_cover.division_id = country.place_id;

insert into places
select placed.place_id, placed.name, placed.kind, placed.latitude, placed.longitude, placed.radius_km, placed.country_code,
    admin1.name, admin2.name, null, placed.admin1_id, placed.admin2_id, null,
    greatest(placed.population, case when placed.kind in ('admin1', 'admin2') then coalesce(boxes.population, 0) else 0 end),
    placed.geonames_id, placed.source, placed.licence
from placed
left join staged_places as admin1 on admin1.place_id = placed.admin1_id
left join staged_places as admin2 on admin2.place_id = placed.admin2_id
left join boxes on boxes.division_id = placed.place_id
where placed.latitude is not null
order by placed.place_id;

insert into divisions
select staged.place_id, boxes.south, boxes.west, boxes.north, boxes.east, coalesce(boxes.settlements, 0),
    case when staged.disputed_by is null then [] else string_split(staged.disputed_by, ' ') end
from staged_places as staged
left join boxes on boxes.division_id = staged.place_id
where staged.kind in ('country', 'admin1', 'admin2')
order by staged.place_id;
