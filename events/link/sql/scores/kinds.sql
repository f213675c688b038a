-- How near two kinds are, both ways round.
create or replace temp table kinds as
with given as (
    select unnest($kinds, recursive := true)
)

select
    md5_number_lower(one) as one,
    md5_number_lower(other) as other,
    nearness
from given
