-- Countries and divisions get their box, point and radius from their settlements: from those that affray ships and the
-- user lists, where these are enough. Six million more villages would draw the same box.
create temp view held as
with settlements as (
    select * from staged_places where kind in ('settlement', 'site')
)
select 'country:' || country_code as division_id, latitude, longitude, population, outlines, 1.0 as cell from settlements
union all
select admin1_id, latitude, longitude, population, outlines, 0.25 from settlements where admin1_id is not null
union all
select admin2_id, latitude, longitude, population, outlines, 0.1 from settlements where admin2_id is not null;

create temp table outlined as
select division_id
from held
where outlines
group by division_id
having count(*) >= 10;

create temp table members as
select held.* exclude (outlines)
from held
left join outlined using (division_id)
where outlines or outlined.division_id is null;

-- The mean of the inhabited cells, not of the settlements: a crowded corner does not pull the point to itself. Halves of
-- cells are counted, for a sum of whole numbers is the same in any order.
create temp table centres as
with cells as (
    select distinct division_id, cell, 2 * floor(latitude / cell)::integer + 1 as rows_up, 2 * floor(longitude / cell)::integer + 1 as columns_up
    from members
)
select division_id, round(sum(rows_up) * cell / 2 / count(*), 4) as latitude, round(sum(columns_up) * cell / 2 / count(*), 4) as longitude
from cells
group by division_id, cell;

-- A hundredth of the settlements may lie outside the box: islands an ocean away are no part of "the north".
create temp table boxes as
select division_id, count(*) as settlements, sum(population)::bigint as population,
    round(quantile_cont(latitude, 0.01), 4) as south, round(quantile_cont(latitude, 0.99), 4) as north,
    round(quantile_cont(longitude, 0.01), 4) as west, round(quantile_cont(longitude, 0.99), 4) as east
from members
group by division_id;

-- Divisions are few: what follows never goes through the millions of settlements again.
create temp table pointed as
select staged.* exclude (latitude, longitude),
    coalesce(staged.latitude, centres.latitude) as latitude,
    coalesce(staged.longitude, centres.longitude) as longitude
from staged_places as staged
left join centres on centres.division_id = staged.place_id
where staged.kind in ('country', 'admin1', 'admin2', 'admin3');

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
with told as (
    select place_id, name, kind, latitude, longitude, radius_km, country_code, admin1_id, admin2_id, admin3_id,
        greatest(placed.population, case when kind <> 'country' then coalesce(boxes.population, 0) else 0 end) as population,
        geonames_id, source
    from placed
    left join boxes on boxes.division_id = placed.place_id
    union all
    select place_id, name, kind, latitude, longitude, coalesce(radius_km, 25.0), country_code, admin1_id, admin2_id, admin3_id,
        population, geonames_id, source
    from staged_places
    where kind not in ('country', 'admin1', 'admin2', 'admin3')
)
select told.place_id, told.name, told.kind, told.latitude, told.longitude, told.radius_km, told.country_code,
    admin1.name, admin2.name, admin3.name, told.admin1_id, told.admin2_id, told.admin3_id,
    told.population, told.geonames_id, told.source, sources.licence, code_of(told.place_id)
from told
join sources using (source)
left join placed as admin1 on admin1.place_id = told.admin1_id
left join placed as admin2 on admin2.place_id = told.admin2_id
left join placed as admin3 on admin3.place_id = told.admin3_id
where told.latitude is not null
order by told.place_id;

insert into divisions
select staged.place_id, coalesce(drawn.south, boxes.south), coalesce(drawn.west, boxes.west),
    coalesce(drawn.north, boxes.north), coalesce(drawn.east, boxes.east), coalesce(boxes.settlements, 0),
    case when staged.disputed_by is null then [] else string_split(staged.disputed_by, ' ') end
from pointed as staged
left join drawn using (place_id)
left join boxes on boxes.division_id = staged.place_id
order by staged.place_id;

drop table staged_places;

insert into names
select key, coalesce(same.place_id, told_names.entry_id), kind, language, name, source,
    case when same.place_id <> told_names.entry_id then told_names.entry_id end, code_of(key) as code
from told_names
left join same on same.entry_id = told_names.entry_id
order by code, key, 2;

insert into boundaries
select coalesce(same.place_id, told.entry_id), source, polygon, told.entry_id, latitude, longitude, radius_km, south, west,
    north, east, box_south, box_west, box_north, box_east
from memory.told_boundaries as told
left join same on same.entry_id = told.entry_id
order by 1, source;
