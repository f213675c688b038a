-- All that happened to the incident, in one table: a row for every thing that came, went or changed in a run.
create or replace temp table life as
with happenings as (
    select
        since as run_id,
        'came' as change,
        $incident_id::varchar as id,
        null::varchar as field,
        null::varchar as before,
        null::varchar as after,
        null::varchar as publisher,
        null::date as published,
        null::varchar as made_by,
        null::varchar as why
    from states
    where since not in (select until from states where until is not null)
    union all by name
    select until as run_id, 'went' as change, $incident_id::varchar as id
    from states
    where until is not null
        and until not in (select since from states)
        and until not in (select run_id from passed_on where change = 'retired')
        -- what it said while only erased reports told it is gone, and the incident is not
        and not exists (
            from members
            where members.since <= states.until and coalesce(members.until, states.until + 1) > states.until
        )
    union all by name
    select
        members.since as run_id,
        'joined' as change,
        members.mention_id as id,
        members.came_from as before,
        members.publisher,
        members.published,
        coalesce(ties.reason, case when members.report_id is null then 'its report was erased' end) as why
    from members
    left join ties on ties.mention_id = members.mention_id and ties.since = members.since
    where members.came_from is distinct from $incident_id
    union all by name
    select
        until as run_id,
        'left' as change,
        mention_id as id,
        went_to as after,
        publisher,
        published,
        case when report_id is null then 'its report was erased' end as why
    from members
    where until is not null
        and went_to is distinct from $incident_id
    union all by name
    select run_id, change, judgement_id as id, kind as field, said as after, made_by, why
    from judged
    union all by name
    select run_id, change, report_id as id, publisher, published, made_by, why
    from withdrawn
    union all by name
    select run_id, change, old_id as id, new_id as after, why
    from passed_on
    union all by name
    select run_id, change, id, why
    from counted
    union all by name
    select run_id, 'value' as change, field, before, after
    from altered
    union all by name
    select tags.run_id, 'tagged' as change, tags.name as id, tags.note as why
    from tags
    where exists (
        from states
        where states.since <= tags.run_id and coalesce(states.until, tags.run_id + 1) > tags.run_id
    )
),

deeds as (
    select run_id, change || ' ' || id as deed
    from happenings
    where change in ('judged', 'undone', 'withdrawn', 'brought back')
),

-- why values changed in a run: what people did outranks what the run was for
reasons as (
    select
        happenings.run_id,
        coalesce(
            string_agg(distinct deeds.deed, ', ' order by deeds.deed),
            any_value('renewed ' || runs.renewed),
            case
                when bool_or(happenings.change = 'left') then 'mentions joined or left'
                when bool_or(happenings.change = 'joined') then 'mentions joined'
            end
        ) as reason
    from happenings
    left join runs using (run_id)
    left join deeds using (run_id)
    group by happenings.run_id
)

select
    happenings.run_id,
    runs.finished_at,
    runs.command,
    runs.renewed,
    runs.version,
    happenings.change,
    happenings.id,
    happenings.field,
    happenings.before,
    happenings.after,
    happenings.publisher,
    happenings.published,
    happenings.made_by,
    case when happenings.change = 'value' then reasons.reason else happenings.why end as why
from happenings
left join runs using (run_id)
left join reasons using (run_id)
