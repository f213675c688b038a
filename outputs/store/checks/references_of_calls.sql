-- Every call's run is there.
select llm_calls.report_id, llm_calls.run_id
from llm_calls
anti join runs using (run_id)
order by llm_calls.report_id;
