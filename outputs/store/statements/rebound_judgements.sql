-- Judgements that are bound otherwise than they were when the dataset was last linked, and the mentions of then and now.
with now_bound as (
    select judgement_id, position, part, mention_id
    from bindings_now
),

bound_before as (
    select judgement_id, position, part, mention_id
    from judgement_bindings
),

otherwise as (
    (from now_bound except from bound_before)
    union all
    (from bound_before except from now_bound)
)

select
    judgement_id,
    list(distinct mention_id order by mention_id) as mention_ids
from otherwise
group by judgement_id
order by judgement_id
