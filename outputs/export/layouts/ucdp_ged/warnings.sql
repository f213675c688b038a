-- What the rows leave open, in sentences.
select
  'In ' || count(*) || ' rows a side has no name, since no report gives one: side, dyad and their ids are empty, and '
  || 'code_status says Check Dyad.'
from dyads
where dyad_name is null
having count(*) > 0

union all

select
  'conflict_name and its ids are empty in ' || count(*) || ' rows of state-based violence: what it is fought about is '
  || 'not in the dataset.'
from dyads
where dyad_name is not null
  and conflict_name is null
having count(*) > 0

union all

select
  count(*) || ' rows with event_clarity 2 are round-ups, which may count the deaths of other rows again.'
from incidents
join fates using (incident_id)
where fates.reason is null
  and incidents.scope = 'aggregate'
having count(*) > 0
