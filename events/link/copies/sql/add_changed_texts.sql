insert into changed_texts
select distinct unnest($text_fingerprints::varchar[]) as text_fingerprint
