-- When it was: a date known better outranks the rule's choice, for the latest report may be the vaguest.
insert into chosen
with ranked as (
    select
        voices.incident_id,
        voices.mention_id,
        rules.field,
        rules.rule,
        voices.date_vagueness as vagueness,
        case
            when rules.rule = 'majority'
            then -count(*) over (partition by voices.incident_id, voices.date_start, voices.date_end)
            else 0
        end as dissent,
        case when rules.rule = 'source-order' then voices.trusted else voices.latest end as turn
    from voices
    join rules on rules.field = 'date'
)

select
    incident_id,
    field,
    case when min(vagueness) < arg_min(vagueness, (dissent, turn)) then 'precision' else rule end,
    arg_min(mention_id, (vagueness, dissent, turn))
from ranked
group by
    incident_id,
    field,
    rule
