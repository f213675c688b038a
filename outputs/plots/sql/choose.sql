-- The incidents of a choice, for the questions that follow; what has no date is in no choice of days, and what was
-- dismissed in none.
create or replace temp table chosen as
select *
from incidents
where review_status is distinct from 'dismissed'
    and (cast($since as date) is null or date_end >= cast($since as date) or date_end is null and date_start is not null)
    and (cast($until as date) is null or date_start <= cast($until as date) or date_start is null and date_end is not null)
    and (
        len(cast($countries as varchar[])) = 0
        or list_contains(cast($countries as varchar[]), lower(country_code))
        or list_contains(cast($countries as varchar[]), lower(country))
    )
