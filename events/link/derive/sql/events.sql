-- What happened: the words of one account, so that type, weapon and summary agree.
insert into chosen
with ranked as (
    select
        voices.incident_id,
        voices.mention_id,
        rules.field,
        rules.rule,
        case
            when rules.rule = 'majority'
            then -count(*) over (partition by voices.incident_id, voices.sub_event_type)
            else 0
        end as dissent,
        case when rules.rule = 'source-order' then voices.trusted else voices.latest end as turn
    from voices
    join rules on rules.field = 'event'
)

select
    incident_id,
    field,
    rule,
    arg_min(mention_id, (dissent, turn))
from ranked
group by
    incident_id,
    field,
    rule
