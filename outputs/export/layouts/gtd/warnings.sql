-- What the rows leave open, in sentences.
select
  'In ' || count(*) || ' rows the perpetrator is Unknown: no report names one.'
from attacks
join fates using (incident_id)
where fates.reason is null
  and attacks.perpetrators[1].name is null
having count(*) > 0

union all

select
  'crit1, crit2 and crit3 are empty and doubtterr is -9 in all rows: whether an attack was terrorism is not computed.'
from fates
where reason is null
having count(*) > 0
