-- The divisions of every entry: by its own ids, by the source's codes, by a name; each division knows what it lies in.
create temp table own_codes as
select source, country_code || '.' || admin_codes as code, coalesce(same.place_id, entries.place_id) as division_id
from entries
left join same on same.entry_id = entries.place_id
where kind in ('admin1', 'admin2', 'admin3') and admin_codes is not null and country_code is not null;

-- A source that lists no divisions uses those of the bundled ones.
create temp table codes as
with bundled as (
    select code, any_value(division_id order by division_id) as division_id
    from own_codes
    join sources using (source)
    where bundled
    group by code
),
own as (
    select source, code, any_value(division_id order by division_id) as division_id
    from own_codes
    group by source, code
)
from own
union all
select source, code, division_id
from bundled
cross join (select source from sources)
anti join own using (source, code);

create temp table division_entries as
select coalesce(same.place_id, entries.place_id) as division_id, kind, standing, latitude, longitude, country_code,
    coalesce(
        case kind when 'admin2' then coalesce(one.place_id, admin1_id) when 'admin3' then coalesce(two.place_id, admin2_id) end,
        codes.division_id,
        case kind when 'admin3' then coalesce(one.place_id, admin1_id) end
    ) as parent_id
from entries
join standing using (source)
left join same on same.entry_id = entries.place_id
left join same as one on one.entry_id = admin1_id
left join same as two on two.entry_id = admin2_id
left join codes on codes.source = entries.source
    and contains(admin_codes, '.') and codes.code = country_code || '.' || regexp_replace(admin_codes, '\.[^.]*$', '')
where kind in ('admin1', 'admin2', 'admin3');

create temp table chains as
with merged as (
    select division_id, arg_min(kind, standing) as kind,
        arg_min(parent_id, standing) filter (parent_id <> division_id) as parent_id
    from division_entries
    group by division_id
),
climbed as (
    select own.division_id, [
        {'kind': own.kind, 'id': own.division_id},
        {'kind': parent.kind, 'id': parent.division_id},
        {'kind': above.kind, 'id': above.division_id}
    ] as chain
    from merged as own
    left join merged as parent on parent.division_id = own.parent_id
    left join merged as above on above.division_id = parent.parent_id
)
select division_id,
    list_filter(chain, lambda step: step.kind = 'admin1')[1].id as admin1_id,
    list_filter(chain, lambda step: step.kind = 'admin2')[1].id as admin2_id,
    list_filter(chain, lambda step: step.kind = 'admin3')[1].id as admin3_id
from climbed;

create temp table division_keys as
select country_code, key, any_value(coalesce(same.place_id, entries.place_id) order by entries.kind, entries.place_id) as division_id
from entries
join told_names on told_names.entry_id = entries.place_id and told_names.source = entries.source
left join same on same.entry_id = entries.place_id
where entries.kind in ('admin1', 'admin2')
    and (country_code, key) in (select country_code, admin1_key from entries where admin1_key is not null)
group by country_code, key;

create temp table linked as
with coded as (
    select entries.* exclude (admin1_id, admin2_id, admin3_id), standing,
        coalesce(one.place_id, entries.admin1_id) as own1_id,
        coalesce(two.place_id, entries.admin2_id) as own2_id,
        coalesce(three.place_id, entries.admin3_id) as own3_id,
        coalesce(self.division_id, deepest.division_id, middle.division_id, first.division_id, named.division_id) as division_id
    from entries
    join standing using (source)
    left join same as one on one.entry_id = entries.admin1_id
    left join same as two on two.entry_id = entries.admin2_id
    left join same as three on three.entry_id = entries.admin3_id
    left join same on same.entry_id = entries.place_id
    left join chains as self on self.division_id = coalesce(same.place_id, entries.place_id)
    left join codes as deepest on deepest.source = entries.source and deepest.code = entries.country_code || '.' || admin_codes
    left join codes as middle on middle.source = entries.source
        and middle.code = entries.country_code || '.' || split_part(admin_codes, '.', 1) || '.' || split_part(admin_codes, '.', 2)
    left join codes as first on first.source = entries.source
        and first.code = entries.country_code || '.' || split_part(admin_codes, '.', 1)
    left join division_keys as named on named.country_code = entries.country_code and named.key = admin1_key
)
select coded.* exclude (division_id, own1_id, own2_id, own3_id),
    coalesce(own1_id, chains.admin1_id) as admin1_id,
    coalesce(own2_id, chains.admin2_id) as admin2_id,
    coalesce(own3_id, chains.admin3_id) as admin3_id
from coded
left join chains using (division_id);

-- One row a place: each column from the first entry that knows it.
create temp table staged_places as
select linked.* exclude (standing, admin_codes, admin1_key), standing.outlines
from linked
join standing using (source)
anti join same on same.entry_id = linked.place_id
union all
select same.place_id, arg_min(name, standing), arg_min(kind, standing), arg_min(latitude, standing),
    arg_min(longitude, standing), arg_min(radius_km, standing), arg_min(country_code, standing), max(population),
    arg_min(geonames_id, standing), arg_min(disputed_by, standing), arg_min(source, standing),
    arg_min(admin1_id, standing), arg_min(admin2_id, standing), arg_min(admin3_id, standing), bool_or(standing.outlines)
from linked
join same on same.entry_id = linked.place_id
join standing using (source, standing)
group by same.place_id;

drop table linked;
