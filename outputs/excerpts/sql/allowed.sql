-- How much of reports' words may leave.
create or replace temp table allowed_excerpts as
select
  $characters::integer as characters,
  $texts::boolean as texts
