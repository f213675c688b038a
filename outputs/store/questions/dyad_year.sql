-- Who fought whom in each year. Where neither is a state the two stand in the order of their names, so that A against B
-- and B against A are one dyad; with civilians, UCDP's one-sided violence, the armed actor stands first.
create or replace view dyad_year as
with sided as (
    select
        *,
        actor1_type = 'Civilians'
        or (
            actor2_type <> 'Civilians'
            and actor1_type <> 'State forces'
            and (actor2_type = 'State forces' or actor2 < actor1)
        ) as is_turned
    from countable_incidents
    where actor1 is not null
        and actor2 is not null
),

paired as (
    select
        * exclude (actor1, actor1_type, actor2, actor2_type),
        case when is_turned then actor2 else actor1 end as actor1,
        case when is_turned then actor2_type else actor1_type end as actor1_type,
        case when is_turned then actor1 else actor2 end as actor2,
        case when is_turned then actor1_type else actor2_type end as actor2_type
    from sided
)

select
    actor1,
    actor1_type,
    actor2,
    actor2_type,
    ucdp_type,
    year,
    count(*) as incidents,
    count(*) filter (killed > 0) as fatal_incidents,
    sum(killed_low)::bigint as killed_low,
    sum(killed)::bigint as killed,
    sum(killed_high)::bigint as killed_high
from paired
group by
    actor1,
    actor1_type,
    actor2,
    actor2_type,
    ucdp_type,
    year;
