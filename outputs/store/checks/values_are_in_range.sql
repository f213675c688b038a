-- Confidence is 0 to 1, ucdp_type 1 to 3, a count 0 or more, and a span begins before it ends.
with accounts as (
    select mention_id as id, * exclude (mention_id, report_id, status, trigger_start, trigger_end, run_id)
    from mention_facts
    union all
    select incident_id, * exclude (incident_id, review_status, run_id)
    from incident_facts
),

ranges as (
    select
        id,
        confidence between 0 and 1
        and coalesce(ucdp_type in (1, 2, 3), true)
        and coalesce(least(missing, detained, abducted, released, displaced, crowd_size) >= 0, true)
            as in_range
    from accounts
    union all
    select
        claim_id,
        confidence between 0 and 1
        and (span_start is null) = (span_end is null)
        and coalesce(0 <= span_start and span_start < span_end, true)
    from claims
    union all
    select mention_id, 0 <= trigger_start and trigger_start < trigger_end
    from mention_facts
)

select id
from ranges
where in_range is not true
order by id;
