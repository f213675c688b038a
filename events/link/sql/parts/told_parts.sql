-- Parts: what is also of a kind that the round-up counts, is not known to be the deed or the fight of others, and has no
-- toll above the round-up's.
create or replace temp table told_parts as
with kinds as (
    select unnest($kinds::struct(counting varchar, counted varchar, is_narrow boolean)[], recursive := true)
),

of_a_kind as (
    select
        whole,
        part,
        where_it_lies
    from within_place
    semi join kinds
        on kinds.counting = whole.event_type
        and kinds.counted = part.event_type
        and (not kinds.is_narrow or whole.sub_event_type is not distinct from part.sub_event_type)
),

tolls as (
    select
        whole,
        part,
        where_it_lies,
        [
            coalesce(part.killed_low, part.killed) > coalesce(whole.killed_high, whole.killed),
            coalesce(part.injured_low, part.injured) > coalesce(whole.injured_high, whole.injured),
            part.missing > whole.missing,
            part.detained > whole.detained,
            part.abducted > whole.abducted,
            part.released > whole.released,
            part.displaced > whole.displaced
        ] as exceeds
    from of_a_kind
),

allied as (
    select
        tolls.*,
        list_distinct(
            list_transform(
                list_filter(
                    of_part.names,
                    lambda one: list_contains(list_transform(of_whole.names, lambda other: other.party), one.party)
                ),
                lambda one: one.actor
            )
        ) as shared_names
    from tolls
    left join parties_of as of_whole on of_whole.incident_id = whole.incident_id
    left join parties_of as of_part on of_part.incident_id = part.incident_id
    where not list_contains(exceeds, true)
        and coalesce(list_has_any(of_whole.perpetrators, of_part.perpetrators), true)
        and coalesce(list_has_any(of_whole.groups, of_part.groups), true)
)

select distinct
    whole.incident_id as aggregate_id,
    part.incident_id as part_id,
    concat_ws(
        ', ',
        case
            when part.date_start = part.date_end then part.date_start::varchar
            else concat(part.date_start, ' to ', part.date_end)
        end || ' within ' || concat(whole.date_start, ' to ', whole.date_end),
        where_it_lies,
        spanned(part.killed_low, part.killed, part.killed_high)
        || ' of '
        || spanned(whole.killed_low, whole.killed, whole.killed_high)
        || ' killed',
        'both name ' || nullif(array_to_string(list_sort(shared_names), ' and '), '')
    ) as reason
from allied
