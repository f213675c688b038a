insert into runs (run_id, started_at, version, extractor, settings_digest, gazetteer_digest, command, renewed)
select
    coalesce(max(run_id), 0) + 1,
    $started_at,
    $version,
    $extractor,
    $settings_digest,
    $gazetteer_digest,
    $command,
    $renewed
from runs
returning run_id;
