-- Names joined by '; ', and what is left of them.
create or replace temp table tellable_labels as
with told as (
  select unnest([actor1, actor2, perpetrator, target]) as label from unredacted_mention_facts
  union
  select unnest([actor1, actor2, perpetrator, target]) as label from unredacted_incident_facts
),

taken_apart as (
  select
    label,
    unnest(string_split(label, '; ')) as name,
    generate_subscripts(string_split(label, '; '), 1) as place
  from told
  where label is not null
)

select
  taken_apart.label,
  string_agg(taken_apart.name, '; ' order by taken_apart.place) as told
from taken_apart
join tellable_actors using (name)
group by taken_apart.label
