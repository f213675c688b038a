-- One row for every incident that came or went, and for every value of those in both states that changed.
create or replace temp table differences as
with values_before as (
    unpivot (
        select incident_id, columns(* exclude incident_id)::varchar
        from state_before
        semi join changed using (incident_id)
    )
    on columns(* exclude incident_id)
    into name field value value
),

values_after as (
    unpivot (
        select incident_id, columns(* exclude incident_id)::varchar
        from state_after
        semi join changed using (incident_id)
    )
    on columns(* exclude incident_id)
    into name field value value
),

altered as (
    select
        incident_id,
        field,
        values_before.value as before,
        values_after.value as after
    from values_before
    full join values_after using (incident_id, field)
    where values_before.value is distinct from values_after.value
),

-- an id that was retired twice over goes on as the last of the chain
heirs as (
    with recursive chain as (
        select old_id, new_id, why, 1 as step
        from retired
        union
        select chain.old_id, retired.new_id, retired.why, chain.step + 1
        from chain
        join retired on retired.old_id = chain.new_id
        where chain.step < 1000
    )

    select old_id as incident_id, arg_max(new_id, step) as goes_on_as, arg_min(why, step) as why
    from chain
    group by old_id
),

happenings as (
    select 'came' as change, incident_id, null as field, null as before, null as after
    from state_after
    anti join state_before using (incident_id)
    union all
    select 'went', incident_id, null, null, null
    from state_before
    anti join state_after using (incident_id)
    union all
    select 'changed', incident_id, field, before, after
    from altered
)

select
    happenings.change,
    happenings.incident_id,
    coalesce(state_after.date_start, state_before.date_start) as date_start,
    coalesce(state_after.country, state_before.country) as country,
    coalesce(state_after.place, state_before.place) as place,
    coalesce(state_after.sub_event_type, state_before.sub_event_type) as sub_event_type,
    happenings.field,
    happenings.before,
    happenings.after,
    case when happenings.change = 'went' then heirs.goes_on_as end as goes_on_as,
    case when happenings.change = 'went' then heirs.why end as why
from happenings
left join state_before using (incident_id)
left join state_after using (incident_id)
left join heirs using (incident_id)
