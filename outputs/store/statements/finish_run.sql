update runs
set
    finished_at = $finished_at,
    gazetteer_digest = coalesce($gazetteer_digest, gazetteer_digest),
    reports = $reports,
    mentions = $mentions
where run_id = $run_id;
