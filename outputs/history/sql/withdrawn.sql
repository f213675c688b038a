-- Reports of the incident that were taken out, and those that were brought back.
create or replace temp table withdrawn as
with every as (
    select report_id, why, withdrawn_by, run_id, null as until_run
    from withdrawals
    union all
    select report_id, why, withdrawn_by, run_id, until_run
    from past_withdrawals
),

own as (
    select distinct report_id, publisher, published
    from members
)

select
    every.run_id,
    'withdrawn' as change,
    own.*,
    every.withdrawn_by as made_by,
    every.why
from every
join own using (report_id)
union all
select
    every.until_run,
    'brought back',
    own.*,
    null,
    null
from every
join own using (report_id)
where every.until_run is not null
