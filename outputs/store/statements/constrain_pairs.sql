-- Which mentions people have joined and parted: what was said of a pair last holds.
create or replace temp table constrained as
with bound as (
    select distinct
        bindings_now.judgement_id,
        judgement_facts.kind,
        judgement_facts.run_id,
        bindings_now.part,
        bindings_now.mention_id
    from bindings_now
    join judgement_facts using (judgement_id)
    where judgement_facts.kind in ('merge', 'split')
),

pairs as (
    select
        one.mention_id as one,
        other.mention_id as other,
        one.kind = 'merge' or one.part = other.part as is_joined,
        one.run_id,
        one.judgement_id
    from bound as one
    join bound as other
        on other.judgement_id = one.judgement_id
        and other.mention_id > one.mention_id
    where one.kind = 'merge'
        or one.part <> other.part
        or one.part = 1
),

-- what a person has added and an extractor finds later at the same words is one; what stood there before is another
found_later as (
    select
        least(added.mention_id, told.mention_id) as one,
        greatest(added.mention_id, told.mention_id) as other,
        beside.judgement_id is null as is_joined,
        judgement_facts.run_id,
        judgement_facts.judgement_id
    from bindings_now as added
    join judgement_facts
        on judgement_facts.judgement_id = added.judgement_id
        and judgement_facts.kind = 'add'
    join mention_facts as own on own.mention_id = added.mention_id
    join mention_facts as told
        on told.report_id = own.report_id
        and told.mention_id <> own.mention_id
        and told.trigger_start < own.trigger_end
        and told.trigger_end > own.trigger_start
        and told.status in ('happened', 'attempted')
    left join judgement_anchors as beside
        on beside.judgement_id = added.judgement_id
        and beside.part is null
        and beside.report_id = told.report_id
        and beside.span_start < told.trigger_end
        and beside.span_end > told.trigger_start
)

select
    one,
    other,
    max_by(is_joined, (run_id, judgement_id)) as is_joined
from (
    from pairs
    union all
    from found_later
)
group by
    one,
    other
