-- A country on a day: what was no state yet is the one that it was part of.
create or replace temp view ged_states as
select
  country_code,
  name,
  number,
  region,
  coalesce(since, date '0001-01-01') as since,
  date '9999-12-31' as until
from ged_countries

union all

select
  late.country_code,
  early.name,
  early.number,
  early.region,
  date '0001-01-01',
  late.since - 1
from ged_countries as late
join ged_countries as early on early.country_code = late.before;

create or replace temp view state_numbers as
select distinct
  'Government of ' || name as government,
  number
from ged_countries
