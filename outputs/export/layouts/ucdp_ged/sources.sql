-- The reports of an incident, each of the lists in the same order, and whom they quote.
create or replace temp macro in_list(words) as replace(replace(one_line(words), ';', ','), '"', '''');

create or replace temp view sources as
with told as (
  select
    incident_id,
    coalesce(in_list(publisher), '') as office,
    coalesce(published::varchar, '') as day,
    coalesce(in_list(title), '') as headline,
    (published, publisher, title, report_id) as place
  from tellers
)

select
  incident_id,
  count(*)::integer as number_of_sources,
  string_agg('"' || office || ',' || day || ',' || headline || '"', ';' order by place) as source_article,
  string_agg(office, ';' order by place) as source_office,
  string_agg(day, ';' order by place) as source_date,
  string_agg(headline, ';' order by place) as source_headline
from told
group by incident_id;

create or replace temp view speakers as
select
  incident_id,
  string_agg(distinct in_list(speaker), ';' order by in_list(speaker)) as source_original
from evidence
where speaker is not null
  and incident_id is not null
group by incident_id
