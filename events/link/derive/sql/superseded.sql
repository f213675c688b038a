-- Tolls that no longer stand: the publisher has told another since, or everyone quoted has said another on a later day.
-- "A resident" and "witnesses" are not the same people in another report.
create or replace temp table superseded as
with told_again as (
    select
        incident_id,
        kind,
        mention_id,
        first_value(mention_id) over (
            partition by incident_id, kind, teller
            order by latest
        ) as by_mention_id
    from tolls
),

said_again as (
    select
        incident_id,
        kind,
        mention_id,
        first_day < max(first_day) over same_speaker
            and not regexp_matches(speaker, $nobody) as is_said_again,
        first_value(mention_id) over (same_speaker order by latest) as by_mention_id,
        latest
    from speakers
    window same_speaker as (partition by incident_id, kind, speaker)
),

silenced as (
    select
        incident_id,
        kind,
        mention_id,
        max(by_mention_id) as by_mention_id
    from said_again
    group by
        incident_id,
        kind,
        mention_id
    having bool_and(is_said_again)
)

select
    incident_id,
    kind,
    mention_id,
    coalesce(nullif(told_again.by_mention_id, told_again.mention_id), silenced.by_mention_id) as by_mention_id
from told_again
left join silenced using (incident_id, kind, mention_id)
where told_again.by_mention_id <> told_again.mention_id
    or silenced.mention_id is not null
