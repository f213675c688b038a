-- The incidents to derive anew, with all their mentions.
create or replace temp table components as
select
    coalesce(heirs.incident_id, named(grown.founder)) as incident_id,
    unnest(grown.mention_ids) as mention_id
from grown
left join heirs using (founder)
