-- Every id names one row.
with ids as (
    select 'reports' as relation, report_id as id from reports
    union all
    select 'claims', claim_id from claims
    union all
    select 'mentions', mention_id from mention_facts
    union all
    select 'incidents', incident_id from incident_facts
    union all
    select 'places', place_id from places
    union all
    select 'actors', actor_id from actors
    union all
    select 'memberships', mention_id from memberships
    union all
    select 'runs', cast(run_id as varchar) from runs
    union all
    select 'settings', key from settings
    union all
    select 'coded_events', event_id from coded_events
)

select id, relation, count(*) as rows
from ids
group by id, relation
having count(*) > 1 or id is null
order by relation, id;
