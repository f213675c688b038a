-- Every name of an actor in the lists, with what its list tells of him.
select distinct
    actor.name,
    actor.type,
    actor.country_code
from (select unnest(actors) as actor from coded_events)
order by all
