-- Why a mention was linked with others of the incident in the run in which it joined: the strongest reason.
create or replace temp table ties as
with every as (
    select mention_id, other_id, score, reason, run_id, null as until_run
    from links
    union all
    select mention_id, other_id, score, reason, run_id, until_run
    from past_links
),

both_ways as (
    select mention_id, other_id, score, reason, run_id, until_run
    from every
    semi join members using (mention_id)
    union all
    select other_id, mention_id, score, reason, run_id, until_run
    from every
    semi join members on members.mention_id = every.other_id
)

select
    members.mention_id,
    members.since,
    max_by(both_ways.reason, (both_ways.score, both_ways.other_id)) as reason
from members
join both_ways
    on both_ways.mention_id = members.mention_id
    and both_ways.run_id <= members.since
    and coalesce(both_ways.until_run, members.since + 1) > members.since
semi join members as others
    on others.mention_id = both_ways.other_id
    and others.since <= members.since
    and coalesce(others.until, members.since + 1) > members.since
group by members.mention_id, members.since
