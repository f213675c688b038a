create or replace temp table plover_sectors as
select
  unnest($key::varchar[]) as type,
  unnest($sector::varchar[]) as sector
