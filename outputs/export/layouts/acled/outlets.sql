create or replace temp table outlets as
select
  unnest($key::varchar[]) as name,
  unnest($scale::varchar[]) as scale,
  unnest($home::varchar[]) as home
