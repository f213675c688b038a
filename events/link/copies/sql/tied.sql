-- Reports that are not tied as they should be: most builds tie little anew.
create or replace temp table tied as
with resolved as (
    select
        unnest($copies::varchar[]) as text_fingerprint,
        unnest($originals::varchar[]) as original_id
),

due as (
    select
        reports.report_id,
        reports.copy_of as tied_before,
        nullif(coalesce(resolved.original_id, reached.first_id), reports.report_id) as copy_of
    from reached
    join reports on reports.text_fingerprint = reached.text_fingerprint
    left join resolved on resolved.text_fingerprint = reached.text_fingerprint
)

select
    report_id,
    copy_of
from due
where tied_before is distinct from copy_of
