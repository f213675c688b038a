-- Each incident in which civilians were harmed or aimed at, with how many of them.
create or replace view civilian_harm as
with civilians as (
    pivot (
        select
            incident_id,
            kind,
            best
        from casualties
        where mention_id is null
            and side = 'civilians'
    )
    on kind in ('killed', 'injured', 'missing', 'detained', 'abducted', 'displaced')
    using sum(best)::integer
    group by incident_id
)

select
    countable_incidents.incident_id,
    countable_incidents.day,
    countable_incidents.month,
    countable_incidents.year,
    countable_incidents.country_code,
    countable_incidents.country,
    countable_incidents.admin1,
    countable_incidents.admin2,
    countable_incidents.place,
    countable_incidents.event_type,
    countable_incidents.sub_event_type,
    countable_incidents.perpetrator,
    countable_incidents.target,
    coalesce(countable_incidents.civilian_targeting, false) as civilian_targeting,
    civilians.killed as killed_civilians,
    civilians.injured as injured_civilians,
    civilians.missing as missing_civilians,
    civilians.detained as detained_civilians,
    civilians.abducted as abducted_civilians,
    civilians.displaced as displaced_civilians,
    countable_incidents.killed,
    countable_incidents.report_count,
    countable_incidents.is_single_source
from countable_incidents
left join civilians using (incident_id)
where countable_incidents.civilian_targeting
    or greatest(
        civilians.killed,
        civilians.injured,
        civilians.missing,
        civilians.detained,
        civilians.abducted,
        civilians.displaced
    ) > 0;
