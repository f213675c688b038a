-- Only rows that change are written: most builds tie nothing anew.
with earliest as (
    select
        report_id,
        first_value(report_id) over (
            partition by text_fingerprint
            order by published nulls last, report_id
        ) as first_id
    from reports
    where text_fingerprint is not null
),

tied as (
    select
        report_id,
        nullif(first_id, report_id) as copy_of
    from earliest
)

update reports
set copy_of = tied.copy_of
from tied
where tied.report_id = reports.report_id
    and reports.copy_of is distinct from tied.copy_of;
