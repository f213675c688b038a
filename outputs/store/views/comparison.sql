-- Each list beside the incidents, row by row: what both have, what only one has. `is_covered` says that both lists
-- could have it: its country is one that both have, and its month lies in the months of the reports and of the list.
create or replace view comparison as
with lists as (
    select distinct source
    from coded_events
),

incident_days as (
    select
        incident_id,
        country_code,
        date_trunc('month', coalesce(date_start, date_end))::date as month,
        date_trunc('month', coalesce(date_end, date_start))::date as last_month,
        killed
    from incident_facts
    where scope = 'single'
        and review_status <> 'dismissed'
),

event_days as (
    select
        source,
        event_id,
        country_code,
        date_trunc('month', coalesce(date_start, date_end))::date as month,
        date_trunc('month', coalesce(date_end, date_start))::date as last_month,
        killed
    from coded_events
),

-- what was published in a month tells of that month; where no report has a day, the incidents say
incident_months as (
    select
        coalesce(min(date_trunc('month', published)::date), (select min(month) from incident_days)) as first_month,
        coalesce(max(date_trunc('month', published)::date), (select max(last_month) from incident_days)) as last_month
    from reports
),

event_months as (
    select
        source,
        min(month) as first_month,
        max(month) as last_month
    from event_days
    group by source
),

shared_countries as (
    select distinct
        event_days.source,
        event_days.country_code
    from event_days
    semi join incident_days using (country_code)
),

matched as (
    select
        event_days.source,
        matches.id as incident_id,
        matches.event_id,
        matches.score,
        matches.reason
    from matches
    join event_days using (event_id)
    semi join incident_days on incident_days.incident_id = matches.id
),

-- what a list has of every incident, and what of a list no incident has
compared as (
    select
        lists.source,
        case when matched.event_id is null then 'affray' else 'both' end as held_by,
        incident_days.incident_id,
        matched.event_id,
        incident_days.country_code,
        incident_days.month,
        incident_days.last_month,
        incident_days.killed as killed_affray,
        event_days.killed as killed_theirs,
        matched.score,
        matched.reason
    from lists
    cross join incident_days
    left join matched
        on matched.source = lists.source
        and matched.incident_id = incident_days.incident_id
    left join event_days using (event_id)

    union all

    select
        event_days.source,
        'theirs',
        null,
        event_days.event_id,
        event_days.country_code,
        event_days.month,
        event_days.last_month,
        null,
        event_days.killed,
        null,
        null
    from event_days
    anti join matched using (event_id)
)

select
    compared.source,
    compared.held_by,
    compared.incident_id,
    compared.event_id,
    compared.country_code,
    case when compared.month = compared.last_month then compared.month end as month,
    compared.killed_affray,
    compared.killed_theirs,
    compared.killed_affray - compared.killed_theirs as difference,
    compared.held_by = 'both'
    or (
        shared_countries.country_code is not null
        and compared.month = compared.last_month
        and compared.month between incident_months.first_month and incident_months.last_month
        and compared.month between event_months.first_month and event_months.last_month
    ) as is_covered,
    compared.score,
    compared.reason
from compared
join event_months using (source)
cross join incident_months
left join shared_countries
    on shared_countries.source = compared.source
    and shared_countries.country_code = compared.country_code;
