-- Reports that are not tied as they should be: most builds tie nothing anew.
create or replace temp table tied as
with earliest as (
    select
        report_id,
        copy_of as tied_before,
        first_value(report_id) over (
            partition by text_fingerprint
            order by published nulls last, report_id
        ) as first_id
    from reports
    where text_fingerprint is not null
)

select
    report_id,
    nullif(first_id, report_id) as copy_of
from earliest
where tied_before is distinct from nullif(first_id, report_id);
