-- What a list that waits would change: rows that are new, say something else, or are there and not in it.
create or replace temp table changed_events as
with standing as (
    select event_id, * exclude (event_id, run_id)
    from coded_events
    where source = $source
),

staged as (
    select event_id, * exclude (event_id, run_id)
    from staged_events
),

unsaid as (
    from staged
    except
    from standing
)

select
    unsaid.event_id,
    case when standing.event_id is null then 'new' else 'changed' end as change
from unsaid
left join standing using (event_id)
union all
select standing.event_id, 'gone'
from standing
anti join staged using (event_id)
