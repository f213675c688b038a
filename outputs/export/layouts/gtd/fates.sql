-- Which incidents have a row, and why the others have none.
create or replace temp table fates as
select
  incidents.incident_id,
  case
    when incidents.review_status = 'dismissed' then 'A person has dismissed it.'
    when incidents.scope = 'aggregate' then 'It is a round-up of several incidents, which GTD codes one by one.'
    when incidents.sub_event_type is null then 'Its type is not known.'
    when attacks.incident_id is null then 'It is no attack of the types that GTD codes.'
    when attacks.is_of_a_state then 'A state''s own forces did it, and GTD codes no such attack.'
    when incidents.date_start is null or incidents.date_end is null then 'Its day is not known.'
    when incidents.date_extent is distinct from 'throughout'
      and year(incidents.date_start) <> year(incidents.date_end)
      then 'Its year is not known for sure.'
    when here.name is null then 'Its country is not known, or has no number in the codebook gtd_countries.'
  end as reason
from incidents
left join attacks using (incident_id)
left join gtd_countries as here on here.country_code = incidents.country_code
