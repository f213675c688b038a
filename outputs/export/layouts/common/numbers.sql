-- The number of each incident: of two that share their 48 bits the later one by its id takes others.
create or replace temp table numbers as
with hashed as (
  select
    incident_id,
    bits_of_id(incident_id) as bits
  from incidents
)

select
  incident_id,
  case
    when row_number() over (partition by bits order by incident_id) = 1 then bits
    else other_bits_of_name(incident_id)
  end as number
from hashed;

-- all that has a number, by its kind; a layout that numbers more than incidents makes another of it
create or replace temp view numbered as
select
  'incident' as kind,
  incident_id as name,
  number
from numbers
