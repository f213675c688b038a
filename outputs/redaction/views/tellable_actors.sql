-- Names of actors that may be told: those of the codebook, unless it is a person or holds the name of a hidden place.
-- Every other name is a report's own words, which may hold anything; its type is told in its stead.
create or replace temp table tellable_actors as
select distinct name
from unredacted_actors
where not (kind = 'person' and (select names from hidden_kinds))
  and not list_has_any(stretches(name), (select coalesce(list(name), []) from hidden_names))
