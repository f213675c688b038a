select *
from place_references
where report_id in (select unnest($report_ids::varchar[]))
order by report_id, mention_id nulls last, position
