-- The mergers done: sums add up, and what is apart from one part is apart from the whole. Ties of clusters for which
-- there is nothing to choose any more are dropped.
create or replace temp table merging as
with choosing as (
    select
        ties.*,
        coalesce(first.kept, ties.one) as first,
        coalesce(second.kept, ties.other) as second
    from ties
    left join mergers as first on first.lost = ties.one
    left join mergers as second on second.lost = ties.other
    where ties.one in (select cluster from choices)
        or ties.other in (select cluster from choices)
)

select
    least(first, second) as one,
    greatest(first, second) as other,
    sum(total)::bigint as total,
    max(best) as best,
    bool_or(is_barred) as is_barred
from choosing
where first <> second
group by all;

update kept_apart
set cluster = mergers.kept
from mergers
where mergers.lost = kept_apart.cluster;

insert into broken
with both_ways as (
    from mergers
    union all
    select kept, lost
    from mergers
)

select distinct part.home
from both_ways
join sizes as part on part.cluster = both_ways.lost
join sizes as other on other.cluster = both_ways.kept
join wholes on wholes.home = part.home
where part.size < wholes.size
    and other.home is distinct from part.home;

create or replace temp table sizes as
select
    coalesce(mergers.kept, sizes.cluster) as cluster,
    sum(sizes.size)::bigint as size,
    case when count(sizes.home) = count(*) and min(sizes.home) = max(sizes.home) then min(sizes.home) end as home
from sizes
left join mergers on mergers.lost = sizes.cluster
group by all;

create or replace temp table ties as
with grown as (
    select one, other
    from merging
    where not is_barred
        and (one in (select kept from mergers) or other in (select kept from mergers))
),

apart as (
    select distinct
        grown.one,
        grown.other
    from grown
    join kept_apart as first on first.cluster = grown.one
    join kept_apart as second on second.cluster = grown.other and second.mark = first.mark
)

select
    merging.one,
    merging.other,
    merging.total,
    merging.best,
    merging.is_barred or apart.one is not null as is_barred
from merging
left join apart
    on apart.one = merging.one
    and apart.other = merging.other;

insert into moves
select lost, kept
from mergers
