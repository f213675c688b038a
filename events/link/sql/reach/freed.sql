-- Mentions that do not stand as they did: of incidents of which some have parted, or which have joined a more exact one, as
-- may have what was of no incident. What joined an incident that stays together is no reason: that leaves what it is linked
-- to as it was, unless the incident was shaken.
create or replace temp table freed as
with homes as (
    select settled.home
    from settled
    left join clusters using (id)
    group by settled.home
    having count(distinct clusters.cluster) > 1
        or count(clusters.cluster) < count(*)
        or bool_and(clusters.has_joined)
)

select settled.id as mention_id
from settled
semi join homes using (home)

union

select clusters.id
from clusters
anti join settled using (id)
anti join free on free.mention_id = clusters.id
where clusters.has_joined;

-- While others come between the parts of an incident, these are free to merge with what clusters at their own stage.
create or replace temp table newly_shaken as
select settled.id as mention_id
from settled
semi join broken using (home)
anti join freed on freed.mention_id = settled.id
anti join shaken on shaken.mention_id = settled.id
