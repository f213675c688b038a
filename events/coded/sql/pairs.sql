-- Linked pairs across lists, an incident first. The linker compares what says the same in the same words once, as one
-- voice: its links are those of everybody who says so.
create or replace temp table pairs as
with spoken as (
    select
        one.id as one,
        other.id as other,
        links.score,
        links.reason
    from links
    join voicing as one on one.speaker = links.one
    join voicing as other on other.speaker = links.other

    union all

    select one, other, score, reason
    from links
),

told as (
    select
        spoken.one,
        spoken.other,
        max(spoken.score) as score,
        max_by(spoken.reason, (spoken.score, spoken.reason)) as reason
    from spoken
    group by spoken.one, spoken.other
)

select
    case when other.group_id = 'incidents' then told.other else told.one end as id,
    case when other.group_id = 'incidents' then told.one else told.other end as event_id,
    least(one.group_id, other.group_id) as first_list,
    greatest(one.group_id, other.group_id) as second_list,
    told.score,
    told.reason
from told
join tellings as one on one.id = told.one
join tellings as other on other.id = told.other
where one.group_id <> other.group_id
