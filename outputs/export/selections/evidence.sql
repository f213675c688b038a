-- incident_id, mention_id, span_start, claim_id
from evidence
order by
  incident_id nulls last,
  mention_id nulls last,
  span_start nulls last,
  claim_id
