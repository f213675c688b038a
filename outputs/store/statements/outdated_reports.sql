-- How many reports were read by runs of another version of the program.
select coalesce(sum(reports), 0)
from runs
where version <> $version
