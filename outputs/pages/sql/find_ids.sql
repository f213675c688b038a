-- Every id that begins as written, with what it is the id of; one more than anybody reads.
with known as (
    select 'incident' as kind, incident_id as id from incidents
    union all
    select 'mention', mention_id from mentions
    union all
    select 'report', report_id from reports
    union all
    select 'claim', claim_id from claims
)

select distinct kind, id
from known
where starts_with(id, $written)
order by id
limit 6
