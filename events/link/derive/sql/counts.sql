-- Which standing toll is taken, and the bounds that all of them span.
create or replace temp table counts as
with standing as (
    select
        tolls.*,
        rules.rule,
        case rules.rule
            when 'lowest' then tolls.best
            when 'highest' then -tolls.best
            when 'majority' then -count(*) over (partition by tolls.incident_id, tolls.kind, tolls.best)
            else 0
        end as dissent,
        case when rules.rule = 'source-order' then tolls.trusted else tolls.latest end as turn
    from tolls
    anti join superseded using (incident_id, kind, mention_id)
    join rules on rules.field = tolls.kind
)

select
    incident_id,
    kind,
    rule,
    arg_min(mention_id, (dissent, turn)) as mention_id,
    arg_min(best, (dissent, turn)) as best,
    min(low) as low,
    max(high) as high
from standing
group by
    incident_id,
    kind,
    rule
