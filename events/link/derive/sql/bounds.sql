-- The last incident of each portion, so that a portion has some so many mentions.
with numbered as (
    select
        incident_id,
        row_number() over (order by incident_id, mention_id) as number,
        count(*) over () as total
    from components
)

select distinct incident_id
from numbered
where number % $at_once = 0
    or number = total
order by incident_id
