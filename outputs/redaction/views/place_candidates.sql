-- Working notes that name every place of a report: none of them.
create or replace temp view place_candidates as
from unredacted_place_candidates
where false
