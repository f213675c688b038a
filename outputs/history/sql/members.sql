-- The mentions that were ever of the incident, from which run until which, and whose words they are.
create or replace temp table members as
with every as (
    select mention_id, incident_id, run_id as since, null as until
    from memberships
    union all
    select mention_id, incident_id, run_id, until_run
    from past_memberships
),

own as (
    select mention_id, since, until
    from every
    where incident_id = $incident_id
),

told as (
    select mention_id, report_id
    from mention_facts
    union
    select mention_id, report_id
    from past_mention_facts
)

select
    own.mention_id,
    own.since,
    own.until,
    -- where it was just before, and where it went
    (
        select any_value(before.incident_id)
        from every as before
        where before.mention_id = own.mention_id and before.until = own.since
    ) as came_from,
    (
        select any_value(after.incident_id)
        from every as after
        where after.mention_id = own.mention_id and after.since = own.until
    ) as went_to,
    told.report_id,
    reports.publisher,
    reports.published
from own
left join told using (mention_id)
left join reports using (report_id)
