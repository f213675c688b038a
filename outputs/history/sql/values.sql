-- One row for every value that a state says otherwise than the one before it; of a state after none, for all values.
create or replace temp table altered as
with said as (
    unpivot states
    on columns(* exclude (since, until))
    into name field value value
),

steps as (
    select states.since as run_id, before.since as since_before
    from states
    left join states as before on before.until = states.since
),

fields as (
    select distinct field
    from said
)

select
    steps.run_id,
    fields.field,
    before.value as before,
    after.value as after
from steps
cross join fields
left join said as before on before.since = steps.since_before and before.field = fields.field
left join said as after on after.since = steps.run_id and after.field = fields.field
where before.value is distinct from after.value
