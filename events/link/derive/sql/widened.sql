-- The sides of the chosen tolls, their bounds stretched until their sums are those of all that stand; the best stay.
-- What others count more is nobody's; what they count less, the sides told with certainty give up last.
create or replace temp table widened as
with told as (
    select
        counts.incident_id,
        counts.kind,
        casualty_facts.side,
        counts.low as least,
        counts.high as most,
        sum(casualty_facts.low)::bigint as low,
        sum(casualty_facts.best)::bigint as best,
        sum(casualty_facts.high)::bigint as high
    from counts
    join casualty_facts using (mention_id, kind)
    group by all
),

sides as (
    from told
    union all
    select
        incident_id,
        kind,
        'unknown',
        least,
        most,
        0,
        0,
        0
    from told
    group by
        incident_id,
        kind,
        least,
        most
    having sum(high) < most
        and not bool_or(side = 'unknown')
),

measured as (
    select
        *,
        greatest(0, most - sum(high) over one_kind) as missing,
        greatest(0, sum(low) over one_kind - least) as excess,
        coalesce(sum(low) over (one_kind order by list_position($yielding::varchar[], side) rows between unbounded preceding and 1 preceding), 0) as given_up
    from sides
    window one_kind as (partition by incident_id, kind)
)

select
    incident_id,
    row_number() over (
        partition by incident_id
        order by
            list_position($kinds::varchar[], kind),
            list_position($sides::varchar[], side)
    ) - 1 as position,
    side,
    kind,
    low - least(low, greatest(0, excess - given_up)) as low,
    best,
    case when side = 'unknown' then high + missing else high end as high
from measured
