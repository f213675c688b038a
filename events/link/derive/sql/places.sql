-- Where it was: all columns of one account, never a place from one and its division from another.
-- A place known better outranks the rule's choice; what a person says of it is laid over all when this is done.
insert into chosen
with ranked as (
    select
        voices.incident_id,
        voices.mention_id,
        rules.field,
        rules.rule,
        voices.place_vagueness as vagueness,
        case
            when rules.rule = 'majority'
            then -count(*) over (partition by voices.incident_id, voices.place_id)
            else 0
        end as dissent,
        case when rules.rule = 'source-order' then voices.trusted else voices.latest end as turn
    from voices
    join rules on rules.field = 'place'
)

select
    incident_id,
    field,
    case
        when min(vagueness) < arg_min(vagueness, (dissent, turn)) then 'precision'
        else rule
    end,
    arg_min(mention_id, (vagueness, dissent, turn))
from ranked
group by
    incident_id,
    field,
    rule
