-- Who joins the host that is chosen: of two that one report tells apart the better one. None brings two others together.
create or replace temp table mergers as
with contested as (
    select
        chosen.joiner,
        row_number() over (
            partition by chosen.host, kept_apart.mark
            order by chosen.worth desc, chosen.joiner
        ) as rank
    from chosen
    join kept_apart on kept_apart.cluster = chosen.joiner
)

select
    joiner as lost,
    host as kept
from chosen
where joiner not in (select joiner from contested where rank > 1)
