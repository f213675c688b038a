create or replace temp table erased_mentions as
select mention_id
from mention_facts
semi join erased_reports using (report_id)
union
select mention_id
from past_mention_facts
semi join erased_reports using (report_id)
