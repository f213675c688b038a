-- Ids that the incident took over, and where its own went, over as many steps as it took.
create or replace temp table passed_on as
with recursive every as (
    select old_id, new_id, run_id, why
    from retired
    union
    select old_id, new_id, run_id, why
    from past_retired
),

chain as (
    select old_id, new_id, run_id, why
    from every
    where old_id = $incident_id
    union
    select every.old_id, every.new_id, every.run_id, every.why
    from chain
    join every on every.old_id = chain.new_id and every.run_id >= chain.run_id
)

select 'retired' as change, *
from chain
union all
select 'took over', *
from every
where new_id = $incident_id and old_id <> $incident_id
