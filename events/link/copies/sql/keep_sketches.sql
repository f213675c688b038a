insert into report_sketches
select
    unnest($report_ids::varchar[]),
    unnest($text_fingerprints::varchar[]),
    unnest($published::date[]),
    unnest($keys::ubigint[][])
