-- A mention that is read at another word than before has another id. Of its report's, the nearest new one that is
-- nearest to no other takes its place in its incident until all is linked, so that the incident's id goes on with it.
insert into memberships by name
with gone as (
    select mention_id, report_id, trigger_start
    from past_mention_facts
    where until_run = $run_id
        and mention_id not in (select mention_id from mention_facts)
),

fresh as (
    select mention_id, report_id, trigger_start
    from mention_facts
    where run_id = $run_id
        and mention_id not in (select mention_id from memberships)
),

paired as (
    select
        gone.mention_id as gone_id,
        fresh.mention_id as fresh_id,
        row_number() over (
            partition by gone.mention_id
            order by abs(gone.trigger_start - fresh.trigger_start), fresh.mention_id
        ) as rank_for_gone,
        row_number() over (
            partition by fresh.mention_id
            order by abs(gone.trigger_start - fresh.trigger_start), gone.mention_id
        ) as rank_for_fresh
    from gone
    join fresh using (report_id)
)

select
    paired.fresh_id as mention_id,
    memberships.incident_id,
    $run_id::integer as run_id
from paired
join memberships on memberships.mention_id = paired.gone_id
where paired.rank_for_gone = 1
    and paired.rank_for_fresh = 1
