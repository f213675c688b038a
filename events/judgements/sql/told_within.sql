select
    mention_id,
    trigger_start,
    trigger_end
from mention_facts
where report_id = $report_id
    and trigger_start < $end
    and trigger_end > $start
order by
    trigger_start,
    mention_id
