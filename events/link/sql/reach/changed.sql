-- Mentions that came, went or changed since the last run that linked, those named, and what their reports tell besides.
create or replace temp table changed as
with last_run as (
    select coalesce(max(run_id), 0) as run_id
    from runs
    where finished_at is not null
        and run_id < $run_id
        and command in ('build', 'renew')
),

named as (
    select mention_id
    from mention_facts
    where run_id > (select run_id from last_run)

    union

    select mention_id
    from past_mention_facts
    where until_run > (select run_id from last_run)

    union

    select mention_facts.mention_id
    from mention_facts
    anti join memberships using (mention_id)
    where status in ('happened', 'attempted')

    union

    select unnest($mention_ids::varchar[])

    union

    select unnest([one, other])
    from joined

    union

    select unnest([one, other])
    from parted
),

reports as (
    select report_id
    from mention_facts
    semi join named using (mention_id)
    union
    select report_id
    from past_mention_facts
    semi join named using (mention_id)
)

from named

union

select mention_id
from mention_facts
semi join reports using (report_id)
