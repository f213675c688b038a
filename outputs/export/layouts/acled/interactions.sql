create or replace temp table interactions as
select
  unnest($key::varchar[])::integer as code,
  unnest($text::varchar[]) as text
