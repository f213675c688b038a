-- Every voice in a cluster of its own. A cluster's number is its least voice; in stage 1 are those that a telling of
-- an exact day and place founds, in 2 those that a vague one does, in 3 what is only recalled.
create or replace temp table clustered as
select
    voice,
    voice as cluster
from voices
