-- Which incidents have a row, and why the others have none.
create or replace temp table fates as
select
  incidents.incident_id,
  case
    when incidents.review_status = 'dismissed' then 'A person has dismissed it.'
    when incidents.killed is null then 'No report says that anybody was killed, and GED codes no such event.'
    when incidents.killed = 0 then 'Nobody was killed, and GED codes no such event.'
    when incidents.ucdp_type is null then 'It is no organised violence of the three types that UCDP counts.'
    when incidents.date_start is null or incidents.date_end is null then 'Its day is not known.'
    when incidents.date_extent is distinct from 'throughout'
      and days_of(incidents.date_start, incidents.date_end) > 366
      then 'It is dated more loosely than to a year, and GED codes no such event.'
    when here.name is null then 'Its country is not known, or none of UCDP''s.'
    when incidents.latitude is null or incidents.longitude is null then 'Its place is not known.'
  end as reason
from incidents
left join ged_states as here
  on here.country_code = incidents.country_code
  and incidents.date_start between here.since and here.until
