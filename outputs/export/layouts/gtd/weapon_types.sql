create or replace temp table weapon_types as
select
  unnest($key::varchar[])::integer as code,
  unnest($text::varchar[]) as text
