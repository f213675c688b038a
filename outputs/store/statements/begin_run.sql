insert into runs (run_id, started_at, version, extractor, settings_digest, gazetteer_digest, renewed)
select
    coalesce(max(run_id), 0) + 1,
    $started_at,
    $version,
    $extractor,
    $settings_digest,
    $gazetteer_digest,
    $renewed
from runs
returning run_id;
