-- Who has not joined, but may yet: the better one of the same report has not joined either. Others stay by themselves.
create or replace temp table chosen as
with apart as (
    select distinct chosen.joiner
    from chosen
    join kept_apart as first on first.cluster = chosen.joiner
    join kept_apart as second on second.cluster = chosen.host and second.mark = first.mark
)

from chosen
where joiner not in (select lost from mergers)
    and joiner not in (select joiner from apart)
