-- How many voices of each cluster have a say, and the incident that all of them settled in before, if it is one.
create or replace temp table sizes as
with homes as (
    select
        voicing.voice,
        any_value(settled.home) as home
    from settled
    join voicing using (id)
    group by voicing.voice
)

select
    staged.cluster,
    count(*) as size,
    case when count(homes.home) = count(*) and min(homes.home) = max(homes.home) then min(homes.home) end as home
from staged
left join homes using (voice)
where staged.stage = $stage
    and staged.has_say
group by staged.cluster
