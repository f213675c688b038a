-- Pairs of texts that share a key of their sketches, of which one is new here or lost a report, within a week.
create or replace temp table candidates as
with reach as (
    select
        min(report_sketches.published) - $days::integer as first_day,
        max(report_sketches.published) + $days::integer as last_day,
        bool_or(report_sketches.published is null) as is_open
    from report_sketches
    semi join changed_texts using (text_fingerprint)
),

keyed as (
    select
        report_sketches.text_fingerprint,
        report_sketches.published,
        unnest(report_sketches.keys) as key
    from report_sketches
    cross join reach
    where report_sketches.text_fingerprint is not null
        and (
            reach.is_open
            or report_sketches.published is null
            or report_sketches.published between reach.first_day and reach.last_day
        )
),

changed as (
    from keyed
    semi join changed_texts using (text_fingerprint)
)

select distinct
    least(changed.text_fingerprint, keyed.text_fingerprint) as one,
    greatest(changed.text_fingerprint, keyed.text_fingerprint) as other
from changed
join keyed
    on keyed.key = changed.key
    and keyed.text_fingerprint <> changed.text_fingerprint
    and coalesce(abs(keyed.published - changed.published) <= $days::integer, true)
