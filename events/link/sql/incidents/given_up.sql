-- Ids that no component goes on with, and what does: the incident that tells the founding mention now, else the one
-- that has most of the others.
create or replace temp table given_up as
with ids as (
    select
        grown.founder,
        coalesce(heirs.incident_id, named(grown.founder)) as incident_id
    from grown
    left join heirs using (founder)
),

gone as (
    select
        outgrown.incident_id,
        foundings.mention_id as founding,
        unnest(outgrown.mention_ids) as mention_id
    from outgrown
    join foundings using (incident_id)
    anti join heirs using (incident_id)
),

led as (
    select
        gone.incident_id as old_id,
        ids.incident_id as new_id,
        bool_or(gone.mention_id = gone.founding) as tells_the_founding,
        count(*) as mentions
    from gone
    join partition using (mention_id)
    join ids using (founder)
    group by gone.incident_id, ids.incident_id
),

best as (
    select
        old_id,
        arg_max(new_id, row(tells_the_founding, mentions, new_id)) as new_id,
        bool_or(tells_the_founding) as tells_the_founding
    from led
    group by old_id
)

select distinct
    gone.incident_id as old_id,
    best.new_id,
    case
        when best.tells_the_founding then 'told with ' || best.new_id || ' as one incident'
        when best.new_id is not null then 'what it was founded on is gone, the rest is told with ' || best.new_id
        else 'nothing is left that tells it'
    end as why
from gone
left join best on best.old_id = gone.incident_id
