-- Outlets by the name that may be told: one that holds what is hidden ("Banjska Herald") is numbered.
create or replace temp table tellable_outlets as
with named as (
  select distinct publisher
  from unredacted_reports
  where publisher is not null
),

judged as (
  select
    named.publisher,
    len(string_split(letters(named.publisher), ' ')) > 20
      or exists (
        select 1
        from (select unnest(stretches(named.publisher)) as stretch) as parts_of_name
        join hidden_names as secrets on secrets.name = parts_of_name.stretch
      ) as is_hidden
  from named
)

select
  publisher,
  case
    when is_hidden then 'Outlet ' || row_number() over (partition by is_hidden order by publisher) || ' (name withheld)'
    else publisher
  end as told
from judged
