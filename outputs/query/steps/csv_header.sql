-- A pivot makes column names of report words, so they are guarded too.
select guarded(name)
from unnest($names) as header(name)
