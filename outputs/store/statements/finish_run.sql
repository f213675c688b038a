update runs
set
    finished_at = $finished_at,
    reports = $reports,
    mentions = $mentions
where run_id = $run_id;
