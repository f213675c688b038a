-- Where it was: all columns of one account, never a place from one and its division from another.
-- A place known better outranks the rule's choice, and one that a person gave outranks all.
insert into chosen
with given as (
    select distinct claims.mention_id
    from claims
    semi join portion using (mention_id)
    where claims.basis = 'person'
        and claims.field = 'place'
),

ranked as (
    select
        voices.incident_id,
        voices.mention_id,
        rules.field,
        rules.rule,
        given.mention_id is null as by_report,
        voices.place_vagueness as vagueness,
        case
            when rules.rule = 'majority'
            then -count(*) over (partition by voices.incident_id, voices.place_id)
            else 0
        end as dissent,
        case when rules.rule = 'source-order' then voices.trusted else voices.latest end as turn
    from voices
    join rules on rules.field = 'place'
    left join given using (mention_id)
)

select
    incident_id,
    field,
    case
        when not bool_and(by_report) then 'person'
        when min(vagueness) < arg_min(vagueness, (dissent, turn)) then 'precision'
        else rule
    end,
    arg_min(mention_id, (by_report, vagueness, dissent, turn))
from ranked
group by
    incident_id,
    field,
    rule
