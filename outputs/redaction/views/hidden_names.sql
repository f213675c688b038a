-- Names that must not stand inside another name that is kept. Those of countries and of first- and second-order
-- divisions may: they are what a place becomes. A person's name of one word is no secret, for it may be "police".
create or replace temp macro letters(name) as
  trim(regexp_replace(lower(strip_accents(name)), '[^\p{L}\p{N}]+', ' ', 'g'));

create or replace temp macro stretches(name) as flatten(
  list_transform(
    range(1, len(string_split(letters(name), ' ')) + 1),
    lambda first: list_transform(
      range(first, len(string_split(letters(name), ' ')) + 1),
      lambda last: array_to_string(string_split(letters(name), ' ')[first:last], ' ')
    )
  )
);

create or replace temp table hidden_names as
with located as (
  select place, place_as_written, admin3, country, admin1, admin2 from unredacted_mention_facts
  union all
  select place, place_as_written, admin3, country, admin1, admin2 from unredacted_incident_facts
),

finer as (
  select unnest([place, place_as_written, admin3]) as name from located
  union all
  select name from unredacted_places where kind not in ('country', 'admin1', 'admin2')
  union all
  select name from unredacted_place_references
  union all
  select unnest([place, admin3]) from unredacted_coded_events
),

coarse as (
  select unnest([country, admin1, admin2]) as name from located
  union all
  select name from unredacted_places where kind in ('country', 'admin1', 'admin2')
),

persons as (
  select unnest([actor, name_as_written]) as name from unredacted_participant_facts where kind = 'person'
  union all
  select byline from unredacted_reports
)

select distinct letters(name) as name
from finer
where (select places from hidden_kinds)
  and letters(name) <> ''
  and letters(name) not in (select letters(name) from coarse where name is not null)
union
select distinct letters(name)
from persons
where (select names from hidden_kinds)
  and contains(letters(name), ' ')
