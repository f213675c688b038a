-- What a second extractor claims: kept apart, so that nothing is derived from it.
create table second_claims (
  claim_id varchar,
  report_id varchar,
  mention_id varchar,
  field varchar,
  value varchar,
  low integer,
  best integer,
  high integer,
  side varchar,
  span_start integer,
  span_end integer,
  quote varchar,
  speaker varchar,
  modality varchar,
  basis varchar,
  confidence double,
  extractor varchar,
  rule varchar,
  derived_from varchar[],
  run_id integer
);
