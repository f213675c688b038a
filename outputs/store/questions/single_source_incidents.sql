-- Each incident that rests on one account: one outlet's, or one text that several print.
create or replace view single_source_incidents as
with tellers as (
    select
        mentions.incident_id,
        any_value(mentions.publisher order by mentions.published, mentions.mention_id) as publisher,
        any_value(mentions.report_id order by mentions.published, mentions.mention_id) as report_id
    from mentions
    group by mentions.incident_id
)

select
    countable_incidents.incident_id,
    tellers.publisher,
    tellers.report_id,
    countable_incidents.report_count,
    countable_incidents.publisher_count,
    countable_incidents.day,
    countable_incidents.month,
    countable_incidents.country_code,
    countable_incidents.country,
    countable_incidents.place,
    countable_incidents.sub_event_type,
    countable_incidents.perpetrator,
    countable_incidents.target,
    countable_incidents.killed,
    countable_incidents.review_status
from countable_incidents
join tellers using (incident_id)
where countable_incidents.is_single_source;
