-- Every id that begins as written and is or was of an incident or a mention, or is of a report; the life is that of
-- the incident that a mention was of last.
with incident_ids as (
    select incident_id
    from incident_facts
    union
    select incident_id
    from past_incident_facts
    union
    select old_id
    from retired
    union
    select old_id
    from past_retired
),

mention_ids as (
    select mention_id
    from mention_facts
    where starts_with(mention_id, $written)
    union
    select mention_id
    from past_mention_facts
    where starts_with(mention_id, $written)
),

memberships_ever as (
    select mention_id, incident_id, run_id
    from memberships
    union all
    select mention_id, incident_id, run_id
    from past_memberships
)

select 'incident' as kind, incident_id as id, incident_id
from incident_ids
where starts_with(incident_id, $written)
union all
select 'mention', mention_ids.mention_id, arg_max(memberships_ever.incident_id, memberships_ever.run_id)
from mention_ids
left join memberships_ever using (mention_id)
group by mention_ids.mention_id
union all
select 'report', report_id, null
from reports
where starts_with(report_id, $written)
order by id
limit 6
