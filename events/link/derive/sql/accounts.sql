-- The accounts of each incident in two orders, the one to believe first: by their day, and by who is trusted.
-- `overruled` says why one does not count: what it only recalls others tell, or its words are another's.
create or replace temp table accounts as
with told as (
    select
        portion.incident_id,
        portion.mention_id,
        mention_facts.report_id,
        coalesce(reports.copy_of, mention_facts.report_id) as words,
        reports.publisher,
        reports.published,
        coalesce(nullif(list_position($trusted::varchar[], reports.publisher), 0), len($trusted::varchar[]) + 1) as distrust,
        mention_facts.status in ('happened', 'attempted') as tells,
        mention_facts.sub_event_type,
        mention_facts.date_start,
        mention_facts.date_end,
        list_position($date_precisions::varchar[], mention_facts.date_precision) as date_vagueness,
        mention_facts.place_id,
        list_position($place_precisions::varchar[], mention_facts.place_precision) as place_vagueness,
        mention_facts.actor1,
        mention_facts.actor2,
        mention_facts.perpetrator,
        mention_facts.target,
        mention_facts.crowd_size,
        mention_facts.confidence
    from portion
    join mention_facts using (mention_id)
    left join reports on reports.report_id = mention_facts.report_id
),

compared as (
    select
        *,
        not tells and bool_or(tells) over (partition by incident_id) as recalls
    from told
),

-- the words that another prints again are no news: a text counts once, on its first day
voiced as (
    select
        *,
        first_value(report_id) over same_words as voice,
        first_value(mention_id) over same_words as voiced_by,
        min(published) over (partition by incident_id, words, recalls) as first_day
    from compared
    window same_words as (
        partition by incident_id, words, recalls
        order by distrust, published nulls last, report_id, mention_id
    )
)

select
    incident_id,
    mention_id,
    report_id,
    publisher,
    first_day,
    case
        when recalls then 'recalled'
        when voice <> report_id then 'copy'
    end as overruled,
    case when not recalls and voice <> report_id then voiced_by end as by_mention_id,
    sub_event_type,
    date_start,
    date_end,
    date_vagueness,
    place_id,
    place_vagueness,
    actor1,
    actor2,
    perpetrator,
    target,
    crowd_size,
    confidence,
    row_number() over (
        partition by incident_id
        order by
            recalls or voice <> report_id,
            first_day desc nulls last,
            report_id desc,
            mention_id desc
    ) as latest,
    row_number() over (
        partition by incident_id
        order by
            recalls or voice <> report_id,
            distrust,
            first_day desc nulls last,
            report_id desc,
            mention_id desc
    ) as trusted
from voiced
