-- What is hidden, as tables and views of this connection ask it.
create or replace temp table hidden_kinds as
select
  $names::boolean as names,
  $places::boolean as places
