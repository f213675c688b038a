-- Pairs of which each is the other's best among what is left between two lists.
create or replace temp table best as
select *
from pairs
qualify row_number() over (partition by id, first_list, second_list order by score desc, event_id) = 1
    and row_number() over (partition by event_id, first_list, second_list order by score desc, id) = 1
