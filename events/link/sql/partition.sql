-- Which mentions tell the same incident: same day, places within three kilometres, same kind.
-- A pure function of the mentions and the places: no order of loading enters.
create or replace temp table partition as
with settlements as (
    select place_id, latitude, longitude
    from places
    where kind = 'settlement'
),
-- a monastery stands for its village, so that both names meet
anchors as (
    select
        places.place_id,
        coalesce(
            min_by(
                settlements.place_id,
                (
                    round(
                        111.2 * sqrt(
                            pow(settlements.latitude - places.latitude, 2)
                            + pow((settlements.longitude - places.longitude) * cos(radians(places.latitude)), 2)
                        ),
                        3
                    ),
                    settlements.place_id
                )
            ),
            places.place_id
        ) as anchor
    from places
    left join settlements
        on places.kind = 'site'
        and abs(settlements.latitude - places.latitude) < 0.027
        and abs(settlements.longitude - places.longitude) * cos(radians(places.latitude)) < 0.027
    group by places.place_id
),
told as (
    select
        mention_facts.mention_id,
        mention_facts.report_id,
        mention_facts.trigger_start,
        mention_facts.status in ('happened', 'attempted')
            or ($found_background and mention_facts.status = 'background') as founds,
        mention_facts.status = 'background' as recalls,
        reports.published,
        mention_facts.date_start,
        mention_facts.date_end,
        mention_facts.date_precision,
        case
            when mention_facts.scope = 'single'
                and mention_facts.place_precision in ('site', 'settlement', 'near')
            then anchors.anchor
        end as anchor,
        case
            when mention_facts.event_type in ('Battles', 'Explosions/Remote violence', 'Violence against civilians')
            then 'violence'
            when mention_facts.event_type in ('Protests', 'Riots')
            then 'demonstration'
            else mention_facts.sub_event_type
        end as kind
    from mention_facts
    join reports using (report_id)
    left join anchors using (place_id)
),
dated as (
    select distinct
        anchor,
        kind,
        date_start as day
    from told
    where founds
        and date_precision = 'day'
        and anchor is not null
),
-- what happened "on or before" its report's day meets the last such day told of the place, if that is of the same week
met as (
    select
        told.mention_id,
        case
            when told.date_precision = 'day'
            then told.date_start
            when told.date_start is null
            then max(dated.day)
        end as day
    from told
    left join dated
        on dated.anchor = told.anchor
        and dated.kind = told.kind
        and dated.day between told.date_end - 6 and told.date_end
    group by
        told.mention_id,
        told.date_precision,
        told.date_start
),
placed as (
    select
        told.*,
        case
            when told.anchor is not null
                and met.day is not null
            then concat_ws('|', met.day, told.anchor, told.kind)
        end as meeting
    from told
    join met using (mention_id)
),
-- two mentions that one report tells apart never merge: the first meets firsts, the second seconds
ranked as (
    select
        *,
        coalesce(
            meeting || '|' || row_number() over (
                partition by meeting, report_id
                order by trigger_start, mention_id
            ),
            mention_id
        ) as block
    from placed
    where founds or recalls
),
founded as (
    select
        block,
        min_by(mention_id, (coalesce(published, date '9999-12-31'), mention_id)) as founder
    from ranked
    where founds
    group by block
)
select
    ranked.mention_id,
    founded.founder
from ranked
join founded using (block)
