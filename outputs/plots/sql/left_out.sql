-- How many of the chosen incidents a map and a timeline cannot show, and why.
select
    count(*) filter (
        where latitude is null
            or longitude is null
            or place_precision in ('country', 'unknown')
    ) as unlocated,
    count(*) filter (where scope = 'aggregate') as round_ups,
    count(*) filter (
        where scope is distinct from 'aggregate'
            and coalesce(date_start, date_end) is not null
            and date_trunc($unit, date_start) is distinct from date_trunc($unit, date_end)
    ) as spanning,
    count(*) filter (
        where scope is distinct from 'aggregate'
            and date_start is null
            and date_end is null
    ) as undated
from chosen
