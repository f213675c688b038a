with outlets as (
    select
        count(*) as reports,
        count(distinct publisher) as outlets,
        count(*) filter (copy_of is not null) as copies,
        count(*) filter (not extracted) as unread,
        min(published) as first_published,
        max(published) as last_published
    from reports
),

counted as (
    select
        count(*) as incidents,
        count(day) as known_to_the_day,
        count(*) filter (place_precision in ('site', 'settlement', 'near')) as known_to_a_settlement,
        count(*) filter (country_code is null) as without_a_country,
        count(*) filter (killed is null) as without_a_toll,
        sum(killed_low)::bigint as killed_low,
        sum(killed)::bigint as killed,
        sum(killed_high)::bigint as killed_high,
        sum(killed_civilians)::bigint as killed_civilians,
        sum(injured)::bigint as injured,
        count(*) filter (is_single_source) as single_source
    from countable_incidents
),

told as (
    select
        min(date_start) filter (scope = 'single') as first_day,
        max(date_end) filter (scope = 'single') as last_day,
        count(*) filter (scope = 'aggregate') as round_ups,
        count(*) filter (review_status = 'dismissed') as dismissed,
        count(*) filter (review_status = 'corrected') as corrected,
        count(*) filter (review_status = 'confirmed') as confirmed,
        count(*) filter (review_status = 'added') as added
    from incidents
),

last as (
    select
        max(run_id) as run_id,
        max(finished_at)::date as finished,
        arg_max(version, run_id) as version
    from runs
    where finished_at is not null
)

select
    *,
    (select count(*) from rejects) as set_aside,
    (select count(distinct incident_id) from disagreements) as disagreeing,
    (select name from tags order by run_id desc, name desc limit 1) as tag
from outlets
cross join counted
cross join told
cross join last;
