-- How much happened in each PRIO-GRID cell in each month; a null cell holds what is placed no closer than a first-order division.
create or replace view cell_month as
select
    priogrid_gid,
    month,
    count(*) as incidents,
    count(*) filter (killed > 0) as fatal_incidents,
    count(*) filter (killed is null) as incidents_without_toll,
    sum(killed_low)::bigint as killed_low,
    sum(killed)::bigint as killed,
    sum(killed_high)::bigint as killed_high,
    sum(killed_civilians)::bigint as killed_civilians,
    sum(injured)::bigint as injured,
    sum(abducted)::bigint as abducted,
    count(*) filter (is_single_source) as single_source
from countable_incidents
group by
    priogrid_gid,
    month;
