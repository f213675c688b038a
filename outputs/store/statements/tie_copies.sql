update reports
set
    copy_of = tied.copy_of,
    run_id = $run_id
from tied
where tied.report_id = reports.report_id;
