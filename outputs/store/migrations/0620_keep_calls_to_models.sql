-- What was asked of language models, whatever became of it.
create table llm_calls (
  run_id integer,
  report_id varchar,
  span_start integer,
  span_end integer,
  attempt integer,
  asked_at timestamp,
  model varchar,
  request varchar,
  outcome varchar,
  status integer,
  detail varchar,
  from_cache boolean,
  input_tokens integer,
  cached_tokens integer,
  output_tokens integer,
  reasoning_tokens integer,
  cost double,
  seconds double
);
