-- An id goes where its founding mention goes; where incidents have joined, the least of their ids is kept.
create or replace temp table heirs as
select partition.founder, min(foundings.incident_id) as incident_id
from foundings
join partition using (mention_id)
group by partition.founder
