create or replace temp table regions as
select
  unnest($key::varchar[])::integer as code,
  unnest($text::varchar[]) as text
