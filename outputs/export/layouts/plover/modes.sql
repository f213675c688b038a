create or replace temp table plover_modes as
select
  unnest($key::varchar[]) as mode,
  unnest($score::double[]) as score
