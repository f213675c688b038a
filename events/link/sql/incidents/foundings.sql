-- The mention on which each outgrown incident was formed; where that is gone, or an older program wrote the file, the
-- least of those that are left. So an incident keeps its id though its first report is withdrawn or read otherwise.
create or replace temp table foundings as
with members as (
    select
        incident_id,
        unnest(mention_ids) as mention_id
    from outgrown
),

standing as (
    select
        members.incident_id,
        members.mention_id,
        partition.mention_id is not null as stands
    from members
    left join partition using (mention_id)
)

select
    incident_id,
    coalesce(
        min(mention_id) filter (where stands and named(mention_id) = incident_id),
        min(mention_id) filter (where stands),
        min(mention_id)
    ) as mention_id
from standing
group by incident_id
