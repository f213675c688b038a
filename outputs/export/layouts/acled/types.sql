-- ACLED's actor types in the order of their numbers.
create or replace temp macro actor_types() as [
  'State forces',
  'Rebel group',
  'Political militia',
  'Identity militia',
  'Rioters',
  'Protesters',
  'Civilians',
  'External/Other forces'
]
