select grown.founder, heirs.incident_id, grown.mention_ids
from grown
left join heirs using (founder)
where grown.founder > $after
order by grown.founder
limit $count
