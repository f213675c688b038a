-- What each account counts of each kind, over all sides; a crowd is counted as casualties are.
create or replace temp table tolls as
with counted as (
    select
        casualty_facts.mention_id,
        casualty_facts.kind,
        sum(casualty_facts.low) as low,
        sum(casualty_facts.best) as best,
        sum(casualty_facts.high) as high
    from casualty_facts
    semi join portion using (mention_id)
    group by
        casualty_facts.mention_id,
        casualty_facts.kind
    union all
    select
        mention_id,
        'crowd_size',
        crowd_size,
        crowd_size,
        crowd_size
    from voices
    where crowd_size > 0
)

select
    voices.incident_id,
    counted.kind,
    voices.mention_id,
    coalesce('publisher ' || voices.publisher, 'report ' || voices.report_id) as teller,
    voices.first_day,
    voices.latest,
    voices.trusted,
    counted.low::bigint as low,
    counted.best::bigint as best,
    counted.high::bigint as high
from voices
join counted using (mention_id)
