-- How many reports were read by another version of the program: their own run's, or that of the last renewal since.
with last_renewal as (
    select max(run_id) as run_id
    from runs
    where contains(renewed, 'extract')
),

read_by as (
    select
        runs.reports,
        case when runs.run_id < last_renewal.run_id then renewals.version else runs.version end as version
    from runs
    cross join last_renewal
    left join runs as renewals on renewals.run_id = last_renewal.run_id
)

select coalesce(sum(reports), 0)
from read_by
where version <> $version
