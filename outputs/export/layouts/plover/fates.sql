-- Which incidents have a record, and why the others have none.
create or replace temp table fates as
select
  incidents.incident_id,
  case
    when incidents.review_status = 'dismissed' then 'A person has dismissed it.'
    when incidents.scope = 'aggregate' then 'It is a round-up of several incidents, which PLOVER codes one by one.'
    when plover_events.event is null then 'PLOVER has no type for it.'
    when incidents.date_start is null then 'Its day is not known.'
    when entities.actor is null then 'No report tells who did it, and PLOVER codes no such event.'
  end as reason
from incidents
left join plover_events on plover_events.event = incidents.plover_event
left join entities using (incident_id)
