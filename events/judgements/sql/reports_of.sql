select mention_id, report_id
from mention_facts
where mention_id in (select unnest($mention_ids::varchar[]))
