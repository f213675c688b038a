-- The killed by side sum to the killed, and are null where those are.
with totals as (
    select
        mention_id as id,
        killed,
        killed_side_a + killed_side_b + killed_civilians + killed_unknown as parts,
        coalesce(killed_side_a, killed_side_b, killed_civilians, killed_unknown) as any_part
    from mention_facts
    union all
    select
        incident_id,
        killed,
        killed_side_a + killed_side_b + killed_civilians + killed_unknown,
        coalesce(killed_side_a, killed_side_b, killed_civilians, killed_unknown)
    from incident_facts
)

select id, killed, parts
from totals
where killed is distinct from parts
    or (killed is null and any_part is not null)
order by id;
