-- The first reports of the texts that reprint others or are reprinted, earliest first.
select
    reached.text_fingerprint,
    reached.first_id,
    reports.published
from reached
join reports on reports.report_id = reached.first_id
where reached.text_fingerprint in (
    select copy
    from reprints
    union all
    select original
    from reprints
)
order by
    reports.published nulls last,
    reached.first_id
