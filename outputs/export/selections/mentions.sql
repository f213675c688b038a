-- published, report_id, mention_id
from mentions
order by
  published nulls last,
  report_id,
  mention_id
