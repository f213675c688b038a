-- Who took part: all of one account that names anybody, each actor with its type.
insert into chosen
with named as (
    select distinct participant_facts.mention_id
    from participant_facts
    semi join portion using (mention_id)
),

ranked as (
    select
        voices.incident_id,
        voices.mention_id,
        rules.field,
        rules.rule,
        named.mention_id is null as silence,
        case
            when rules.rule = 'majority'
            then -count(*) over (
                partition by
                    voices.incident_id,
                    named.mention_id is null,
                    voices.actor1,
                    voices.actor2,
                    voices.perpetrator,
                    voices.target
            )
            else 0
        end as dissent,
        case when rules.rule = 'source-order' then voices.trusted else voices.latest end as turn
    from voices
    join rules on rules.field = 'participants'
    left join named using (mention_id)
)

select
    ranked.incident_id,
    ranked.field,
    ranked.rule,
    case
        when bool_and(ranked.silence) then any_value(chosen.mention_id)
        else arg_min(ranked.mention_id, (ranked.silence, ranked.dissent, ranked.turn))
    end
from ranked
join chosen
    on chosen.incident_id = ranked.incident_id
    and chosen.field = 'event'
group by
    ranked.incident_id,
    ranked.field,
    ranked.rule
