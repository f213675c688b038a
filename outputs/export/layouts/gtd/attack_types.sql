create or replace temp table attack_types as
select
  unnest($key::varchar[])::integer as code,
  unnest($text::varchar[]) as text
