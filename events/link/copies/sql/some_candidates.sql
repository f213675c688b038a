-- Some candidates with their texts; of texts that differ in case and marks alone, the one of the least id.
with portion as (
    from candidates
    where (one, other) > ($one, $other)
    order by
        one,
        other
    limit $count
),

texts as (
    select
        text_fingerprint,
        arg_min(text, report_id) as text
    from reports
    where text_fingerprint in (
        select one
        from portion
        union all
        select other
        from portion
    )
    group by text_fingerprint
)

select
    portion.one,
    portion.other,
    ours.text,
    theirs.text
from portion
join texts as ours on ours.text_fingerprint = portion.one
join texts as theirs on theirs.text_fingerprint = portion.other
order by
    portion.one,
    portion.other
