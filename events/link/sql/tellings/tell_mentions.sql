insert into tellings by name
with told as (
    select
        *,
        status in ('happened', 'attempted') or ($found_background and status = 'background') as founds,
        status = 'background' and not $found_background as recalls
    from mention_facts
    semi join asked using (mention_id)
    where status in ('happened', 'attempted', 'background')
),

-- "June 14" in a report that says not of which year
yearless as (
    select
        mention_id,
        list(distinct value order by value) as days
    from claims
    semi join asked using (mention_id)
    where field = 'date'
        and rule = 'year-not-told'
    group by mention_id
),

parties as (
    select
        mention_id,
        list(
            {name: actor, actor_id: actor_id, type: type, side: side, country_code: country_code}
            order by position
        ) as actors
    from participant_facts
    semi join asked using (mention_id)
    where mention_id is not null
        and kind is distinct from 'thing'
    group by mention_id
),

harmed as (
    select
        mention_id,
        list(distinct actor order by actor) as persons
    from participant_facts
    semi join asked using (mention_id)
    where mention_id is not null
        and kind = 'person'
        and role in ('victim', 'target')
    group by mention_id
)

select
    told.mention_id as id,
    told.report_id as group_id,
    reports.publisher,
    reports.published,
    told.founds,
    told.recalls,
    told.scope,
    told.date_start,
    told.date_end,
    told.date_precision,
    case when told.date_start is null and told.date_end is null then yearless.days end as yearless,
    told.country_code,
    told.latitude,
    told.longitude,
    told.radius_km,
    told.place_id,
    told.place_precision,
    told.event_type,
    told.sub_event_type,
    parties.actors,
    harmed.persons,
    told.killed_low,
    told.killed,
    told.killed_high,
    told.injured_low,
    told.injured,
    told.injured_high,
    told.summary as text,
    reports.copy_of,
    told.trigger_start
from told
left join reports on reports.report_id = told.report_id
left join yearless on yearless.mention_id = told.mention_id
left join parties on parties.mention_id = told.mention_id
left join harmed on harmed.mention_id = told.mention_id;
