-- Reports of the incident that were taken out, and those that were brought back.
create or replace temp table withdrawn as
with every as (
    select report_id, why, withdrawn_by, run_id, null as until_run
    from withdrawals
    union all
    select report_id, why, withdrawn_by, run_id, until_run
    from past_withdrawals
),

-- mentions of an erased report no longer know it; of several that went in one run none can say which told them
erased as (
    select any_value(report_id) as report_id
    from every
    where report_id in (select report_id from withdrawals where erased)
        and run_id in (select until from members where report_id is null)
    group by run_id
    having count(*) = 1
),

own as (
    select distinct report_id, publisher, published
    from members
    where report_id is not null
    union
    select reports.report_id, reports.publisher, reports.published
    from reports
    join erased using (report_id)
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
-- what was withdrawn first and erased later was not brought back between
left join every as again
    on again.report_id = every.report_id
    and again.run_id = every.until_run
where every.until_run is not null
    and again.report_id is null
