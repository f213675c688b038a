-- Who is matched in a list is free for none of that list any more.
create or replace temp table pairs as
from pairs
anti join best
    on best.id = pairs.id
    and best.first_list = pairs.first_list
    and best.second_list = pairs.second_list
anti join best as other
    on other.event_id = pairs.event_id
    and other.first_list = pairs.first_list
    and other.second_list = pairs.second_list
