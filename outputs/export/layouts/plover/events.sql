create or replace temp table plover_events as
select
  unnest($key::varchar[]) as event,
  unnest($quad_code::integer[]) as quad_code,
  unnest($score::double[]) as score
