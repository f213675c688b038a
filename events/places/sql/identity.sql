-- Entries that are one place: they share a GeoNames number, or a name within a few kilometres.
-- The user's own list comes before what affray ships, and that before what was added.
create temp table standing as
select source, bundled or precedence = 0 as outlines, row_number() over (order by precedence, source) as standing
from sources;

create temp table numbered as
with shared as (
    select geonames_id
    from entries
    where geonames_id is not null
    group by geonames_id
    having count(*) > 1
)
select entries.place_id as entry_id, standing,
    first_value(entries.place_id) over best as place_id, first_value(standing) over best as best_standing,
    first_value(kind) over best as best_kind
from entries
join shared using (geonames_id)
join standing using (source)
window best as (partition by geonames_id order by standing, entries.place_id);

-- A division without a point lies about where its settlements do.
create temp table about as
with members as (
    select unnest([admin1_id, admin2_id]) as place_id, latitude, longitude
    from entries
    join standing using (source)
    where outlines and kind = 'settlement'
)
select place_id, avg(latitude) as latitude, avg(longitude) as longitude
from members
where place_id is not null
group by place_id;

create temp table unnumbered as
select entries.place_id, kind, country_code, source, standing,
    coalesce(entries.latitude, about.latitude) as latitude, coalesce(entries.longitude, about.longitude) as longitude
from entries
join standing using (source)
left join about using (place_id)
where geonames_id is null and kind <> 'country';

create temp table pairs as
with named as (
    select distinct unnumbered.*, key
    from unnumbered
    join told_names on told_names.entry_id = unnumbered.place_id and told_names.source = unnumbered.source
    where told_names.kind <> 'demonym'
),
namesakes as (
    select distinct named.* exclude (key), told_names.entry_id as other_id, told_names.source as other_source
    from named
    join told_names using (key)
    where told_names.source <> named.source and told_names.kind <> 'demonym'
),
met as (
    select namesakes.place_id, namesakes.source, namesakes.standing, other_id, other_source, other.standing as other_standing,
        namesakes.kind,
        -- least() passes over null: what has no point is not half the world away
        case when namesakes.latitude is not null and coalesce(entries.latitude, about.latitude) is not null then
            2 * 6371.0088 * asin(least(1, sqrt(
                pow(sin(radians(coalesce(entries.latitude, about.latitude) - namesakes.latitude) / 2), 2)
                + cos(radians(namesakes.latitude)) * cos(radians(coalesce(entries.latitude, about.latitude)))
                    * pow(sin(radians(coalesce(entries.longitude, about.longitude) - namesakes.longitude) / 2), 2))))
        end as km
    from namesakes
    join entries on entries.place_id = other_id and entries.source = other_source
    join standing as other on other.source = other_source
    left join about on about.place_id = other_id
    where entries.kind = namesakes.kind
        and (entries.country_code = namesakes.country_code or entries.country_code is null or namesakes.country_code is null)
),
near as (
    select *,
        row_number() over (partition by place_id, source, other_source order by km, other_id) as place_in_row,
        row_number() over (partition by other_id, other_source, source order by km, place_id) as place_in_column,
        count(*) over (partition by place_id, source, other_source) as in_row,
        count(*) over (partition by other_id, other_source, source) as in_column
    from met
    where km <= case kind when 'settlement' then 5 when 'site' then 2 when 'area' then 40 else 150 end
        or (km is null and kind in ('admin1', 'admin2', 'admin3'))
)
-- each the nearest of the other: two camps of one name in one list stay two; a district that no listed settlement
-- places is the only one of its name
select place_id, standing, other_id, other_standing, kind, km
from near
where place_in_row = 1 and place_in_column = 1 and (km is not null or (in_row = 1 and in_column = 1));

create temp table links as
with ends as (
    select coalesce(one.place_id, pairs.place_id) as place_id, coalesce(one.best_standing, pairs.standing) as standing,
        coalesce(other.place_id, other_id) as other_id, coalesce(other.best_standing, other_standing) as other_standing, km,
        coalesce(one.best_kind, pairs.kind) as kind, coalesce(other.best_kind, pairs.kind) as other_kind
    from pairs
    left join numbered as one on one.entry_id = pairs.place_id and one.standing = pairs.standing
    left join numbered as other on other.entry_id = other_id and other.standing = other_standing
),
downward as (
    select
        case when standing < other_standing then place_id else other_id end as high,
        least(standing, other_standing) as high_standing,
        case when standing < other_standing then other_id else place_id end as low, km
    from ends
    -- a province of 2012 that is a district today is no longer that of its name
    where place_id <> other_id and kind = other_kind
)
select low, first(high order by high_standing, km, high) as high
from downward
group by low;

create temp table same as
with recursive climb as (
    select low, high, 1 as steps
    from links
    union all
    select climb.low, links.high, climb.steps + 1
    from climb
    join links on links.low = climb.high
    where climb.steps < 100
),
tops as (
    select low, arg_max(high, steps) as high
    from climb
    group by low
),
firsts as (
    select entry_id, any_value(place_id) as place_id
    from numbered
    group by entry_id
    union
    select unnest([low, high]), unnest([low, high])
    from links
    union
    -- one id in two portions of one publisher's
    select entries.place_id, entries.place_id
    from entries
    anti join numbered on numbered.entry_id = entries.place_id
    anti join links on links.low = entries.place_id
    where geonames_id is null
    group by entries.place_id
    having count(*) > 1
)
select distinct entry_id, coalesce(tops.high, firsts.place_id) as place_id
from firsts
left join tops on tops.low = firsts.place_id;
