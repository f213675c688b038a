-- All that the changed mentions reach: by links that are or were, by incidents that are, by what people have joined.
create or replace temp table reached as
with recursive pairs as (
    select one, other
    from temp.links
    union all
    select mention_id, other_id
    from dataset.main.links
    union all
    select one, other
    from joined
),

both_ways as (
    select one, other
    from pairs
    union all
    select other, one
    from pairs
    union all
    select mention_id, incident_id
    from memberships
    union all
    select incident_id, mention_id
    from memberships
),

reaching as (
    select mention_id
    from changed

    union

    select both_ways.other
    from reaching
    join both_ways on both_ways.one = reaching.mention_id
)

from reaching
