select
    {columns},
    count(*) filter (held_by = 'both') as both,
    count(*) filter (held_by = 'affray') as only_affray,
    count(*) filter (held_by = 'theirs') as only_theirs,
    coalesce(sum(killed_affray) filter (difference is not null), 0)::bigint as killed_affray,
    coalesce(sum(killed_theirs) filter (difference is not null), 0)::bigint as killed_theirs,
    coalesce(sum(difference), 0)::bigint as difference
from comparison
semi join asked using (source)
where is_covered
group by {keys}
order by {keys}
