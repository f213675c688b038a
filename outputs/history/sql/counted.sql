-- The round-ups that the incident was part of, and the parts that it had, from which run until which. What goes with the
-- incident itself, or stays with other words, is nothing that happened to it.
create or replace temp table counted as
with every as (
    select aggregate_id, part_id, reason, run_id, null as until_run
    from parts
    union all
    select aggregate_id, part_id, reason, run_id, until_run
    from past_parts
),

own as (
    select
        case when aggregate_id = $incident_id then 'counts' else 'counted by' end as tie,
        case when aggregate_id = $incident_id then part_id else aggregate_id end as other_id,
        reason,
        run_id as since,
        until_run as until
    from every
    where $incident_id in (aggregate_id, part_id)
)

select
    own.since as run_id,
    own.tie as change,
    own.other_id as id,
    own.reason as why
from own
anti join own as before
    on before.other_id = own.other_id
    and before.until = own.since

union all

select
    own.until,
    own.tie || ' no more',
    own.other_id,
    null
from own
anti join own as later
    on later.other_id = own.other_id
    and later.since = own.until
where exists (
    from states
    where states.since <= own.until
        and coalesce(states.until, own.until + 1) > own.until
)
