create or replace temp view actors as
select actors.* replace ([]::varchar[] as aliases)
from unredacted_actors as actors
semi join tellable_actors using (name)
