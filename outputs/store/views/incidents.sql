create or replace view incidents as
with tellings as (
    select
        memberships.incident_id,
        count(distinct mention_facts.report_id) as report_count,
        count(distinct reports.publisher) as publisher_count,
        min(reports.published) as first_published,
        max(reports.published) as last_published,
        count(distinct coalesce(reports.copy_of, mention_facts.report_id)) as original_count
    from memberships
    join mention_facts using (mention_id)
    left join reports on reports.report_id = mention_facts.report_id
    group by memberships.incident_id
),

counting as (
    select
        part_id as incident_id,
        list(aggregate_id order by aggregate_id) as part_of
    from parts
    group by part_id
)

select
    incident_facts.incident_id,
    coalesce(tellings.report_count, 0) as report_count,
    coalesce(tellings.publisher_count, 0) as publisher_count,
    tellings.first_published,
    tellings.last_published,
    incident_facts.review_status,
    incident_facts.scope,
    incident_facts.date_start,
    incident_facts.date_end,
    incident_facts.date_extent,
    incident_facts.date_precision,
    incident_facts.country,
    incident_facts.country_code,
    incident_facts.disputed_by,
    incident_facts.admin1,
    incident_facts.admin2,
    incident_facts.admin3,
    incident_facts.place,
    incident_facts.place_as_written,
    incident_facts.place_id,
    incident_facts.latitude,
    incident_facts.longitude,
    incident_facts.place_precision,
    incident_facts.radius_km,
    incident_facts.event_type,
    incident_facts.sub_event_type,
    incident_facts.ucdp_type,
    incident_facts.plover_event,
    incident_facts.plover_mode,
    incident_facts.weapon,
    incident_facts.actor1,
    incident_facts.actor1_type,
    incident_facts.actor2,
    incident_facts.actor2_type,
    incident_facts.perpetrator,
    incident_facts.target,
    incident_facts.killed_low,
    incident_facts.killed,
    incident_facts.killed_high,
    incident_facts.injured_low,
    incident_facts.injured,
    incident_facts.injured_high,
    incident_facts.missing,
    incident_facts.detained,
    incident_facts.abducted,
    incident_facts.released,
    incident_facts.displaced,
    incident_facts.killed_side_a,
    incident_facts.killed_side_b,
    incident_facts.killed_civilians,
    incident_facts.killed_unknown,
    incident_facts.crowd_size,
    incident_facts.civilian_targeting,
    incident_facts.summary,
    incident_facts.confidence,
    coalesce(tellings.original_count, 0) as original_count,
    coalesce(counting.part_of, []) as part_of
from incident_facts
left join tellings using (incident_id)
left join counting using (incident_id);
