-- Which incidents have a row, and why the others have none.
create or replace temp table fates as
select
  incidents.incident_id,
  case
    when incidents.review_status = 'dismissed' then 'A person has dismissed it.'
    when incidents.scope = 'aggregate' then 'It is a round-up of several incidents, which ACLED codes one by one.'
    when incidents.sub_event_type is null then 'Its type is not known.'
    when incidents.date_start is null or incidents.date_end is null then 'Its day is not known.'
    when incidents.date_extent is distinct from 'throughout'
      and days_of(incidents.date_start, incidents.date_end) > 31
      then 'It is dated more loosely than to a month, and ACLED codes no such event.'
    when here.name is null then 'Its country is not known.'
    when incidents.latitude is null or incidents.longitude is null then 'Its place is not known.'
    when incidents.place_precision in ('country', 'unknown') and incidents.event_type <> 'Strategic developments'
      then 'No more is known of its place than the country, and ACLED codes no such event.'
  end as reason
from incidents
left join acled_countries as here on here.country_code = incidents.country_code
