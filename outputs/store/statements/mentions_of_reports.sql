select mention_id
from mention_facts
where report_id in (select unnest($report_ids::varchar[]))
