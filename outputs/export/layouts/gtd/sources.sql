-- Whether the attack was carried out, and by how many.
create or replace temp view outcomes as
with carried_out as (
  select
    incident_id,
    bool_or(status = 'happened')::integer as success
  from mentions
  where incident_id is not null
    and status in ('happened', 'attempted')
  group by incident_id
),

attackers as (
  select
    incident_id,
    sum(count)::integer as nperps
  from participants
  where mention_id is null
    and role = 'perpetrator'
    and kind is distinct from 'thing'
    and type not in ('State forces', 'External/Other forces')
  group by incident_id
)

select
  incident_id,
  carried_out.success,
  attackers.nperps
from carried_out
full join attackers using (incident_id);

-- The reports of an incident as they are cited.
create or replace temp view citations as
select
  incident_id,
  list(
    concat_ws(
      ' ',
      '"' || replace(one_line(title), '"', '''') || ',"',
      one_line(publisher) || ',',
      spelt_out(published) || '.'
    )
    order by published, publisher, title, report_id
  ) filter (where title is not null or publisher is not null) as cited
from tellers
group by incident_id
