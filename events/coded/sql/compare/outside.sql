-- How much lies outside of what both could have.
select
    count(*) filter (is_covered),
    count(*) filter (not is_covered and held_by = 'affray'),
    count(*) filter (not is_covered and held_by = 'theirs')
from comparison
semi join asked using (source)
