-- What an extractor claimed of some reports when it was asked before.
delete from second_claims
where extractor = $extractor
  and report_id in (select unnest($report_ids::varchar[]))
