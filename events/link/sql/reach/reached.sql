-- What is looked at together: the free mentions and, whole, the incidents that a link leads to from one of them, and those
-- that cluster at one stage with a shaken one that a link leads from. Loose are the incidents that such a link leads to
-- between two of one stage: only these may be brought together.
create or replace temp table reached as
with leaders as (
    select
        mention_id,
        false as is_of_one_stage
    from free
    union all
    select
        mention_id,
        true
    from shaken
    anti join free using (mention_id)
),

links as (
    select mention_id, other_id
    from dataset.main.links
    union all
    select one, other
    from leads
),

led as (
    select
        leaders.mention_id as leader,
        leaders.is_of_one_stage,
        links.other_id as mention_id
    from links
    join leaders using (mention_id)
    union all
    select
        leaders.mention_id,
        leaders.is_of_one_stage,
        links.mention_id
    from links
    join leaders on leaders.mention_id = links.other_id
),

linked as (
    select
        led.mention_id,
        bool_or(coalesce(own.stage = theirs.stage, true)) as is_loose
    from led
    left join stages as own on own.mention_id = led.leader
    left join stages as theirs on theirs.mention_id = led.mention_id
    where not led.is_of_one_stage
        or coalesce(own.stage = theirs.stage, true)
    group by led.mention_id

    union all

    select
        mention_id,
        true
    from shaken
),

homes as (
    select
        memberships.incident_id,
        bool_or(linked.is_loose) as is_loose
    from memberships
    join linked using (mention_id)
    group by memberships.incident_id
),

members as (
    select
        memberships.mention_id,
        homes.incident_id,
        homes.is_loose
    from memberships
    join homes using (incident_id)
)

select
    mention_id,
    incident_id,
    is_loose
from members
anti join free using (mention_id)

union all

select
    mention_id,
    null,
    null
from (select distinct mention_id from linked) as linked
anti join members using (mention_id)
anti join free using (mention_id)

union all

select
    mention_id,
    null,
    null
from free;

create or replace temp table asked as
select mention_id
from reached;

insert into settled
select
    mention_id,
    incident_id,
    is_loose
from reached
where incident_id is not null;

insert into fresh
from free
