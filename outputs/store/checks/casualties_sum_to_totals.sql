-- The casualties of a mention or an incident sum, kind by kind, to its totals.
with counted as (
    select
        coalesce(mention_id, incident_id) as id,
        kind,
        sum(low) as low,
        sum(best) as best,
        sum(high) as high
    from casualty_facts
    group by coalesce(mention_id, incident_id), kind
),

accounts as (
    select mention_id as id, * exclude (mention_id, report_id, status, trigger_start, trigger_end, run_id)
    from mention_facts
    union all
    select incident_id, * exclude (incident_id, review_status, run_id)
    from incident_facts
),

totals as (
    select id, 'killed' as kind, killed_low as low, killed as best, killed_high as high from accounts
    union all
    select id, 'injured', injured_low, injured, injured_high from accounts
    union all
    select id, 'missing', null, missing, null from accounts
    union all
    select id, 'detained', null, detained, null from accounts
    union all
    select id, 'abducted', null, abducted, null from accounts
    union all
    select id, 'released', null, released, null from accounts
    union all
    select id, 'displaced', null, displaced, null from accounts
)

select totals.id, totals.kind, totals.best, counted.best as counted
from totals
left join counted using (id, kind)
where totals.best is distinct from counted.best
    or (
        totals.kind in ('killed', 'injured')
        and (totals.low is distinct from counted.low or totals.high is distinct from counted.high)
    )
order by totals.id, totals.kind;
