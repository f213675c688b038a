-- Who took part in an incident, by the names of the layout (`named`): who bears arms on each side, who demonstrates,
-- and whether civilians were hit. Whoever did it stands first, then the first actor of the side.
create or replace temp view parties as
with acting as (
  select
    incident_id,
    side,
    type,
    name,
    bool_or(role = 'perpetrator') as did_it,
    bool_or(is_first) as is_first
  from named
  group by
    incident_id,
    side,
    type,
    name
),

sorted as (
  select
    incident_id,
    side,
    type,
    {name: name, type: type, side: side, did_it: did_it} as party,
    type in ('State forces', 'Rebel group', 'Political militia', 'Identity militia', 'External/Other forces') as is_armed,
    (not did_it, not is_first, side, name, type) as place
  from acting
)

select
  incident_id,
  coalesce(list(party order by place) filter (where is_armed), []) as armed,
  coalesce(list(party order by place) filter (where is_armed and side = 'a'), []) as armed_a,
  coalesce(list(party order by place) filter (where is_armed and side = 'b'), []) as armed_b,
  coalesce(list(party order by place) filter (where type in ('Protesters', 'Rioters')), []) as crowd,
  coalesce(bool_or(type = 'Civilians'), false) as has_civilians
from sorted
group by incident_id
