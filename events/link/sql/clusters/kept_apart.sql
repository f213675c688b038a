-- Marks of which no two clusters that merge may have the same: a report that tells two incidents apart, and what
-- people have parted.
create or replace temp table kept_apart as
with reporting as (
    select
        profiles.id,
        hash('group', profiles.group_id) as mark
    from profiles
    where profiles.group_id is not null
),

parting as (
    select
        unnest([one, other]) as id,
        hash('parted', least(one, other), greatest(one, other)) as mark
    from parted
),

marked as (
    from reporting
    union all
    from parting
),

placed as (
    select distinct
        staged.cluster,
        marked.mark
    from marked
    join voicing using (id)
    join staged using (voice)
)

-- most reports tell one incident, and keep nothing apart
select
    cluster,
    mark
from placed
where mark in (select mark from placed group by mark having count(*) > 1)
