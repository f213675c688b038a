-- The texts that a change can reach, and the first report of each.
create or replace temp table reached as
with recursive joined as (
    select copy as one, original as other
    from reprints
    union all
    select original, copy
    from reprints
),

reached as (
    select distinct text_fingerprint
    from changed_texts
    where text_fingerprint is not null
    union
    select joined.other
    from reached
    join joined on joined.one = reached.text_fingerprint
)

select
    reached.text_fingerprint,
    arg_min(reports.report_id, (coalesce(reports.published, date '9999-12-31'), reports.report_id)) as first_id
from reached
join reports on reports.text_fingerprint = reached.text_fingerprint
group by reached.text_fingerprint
