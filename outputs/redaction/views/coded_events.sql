-- Of events that others coded stay their days, types and numbers, their country and division.
create or replace temp view coded_events as
select coded_events.* replace (
  null::varchar as original_id,
  case when false then actors end as actors,
  null::varchar as text,
  case when false then told_by end as told_by,
  case when hidden.places then null else admin3 end as admin3,
  case when hidden.places then null else place end as place,
  case when hidden.places then null else latitude end as latitude,
  case when hidden.places then null else longitude end as longitude,
  case when hidden.places then null else radius_km end as radius_km,
  case
    when hidden.places and place_precision not in ('admin1', 'country', 'unknown')
      then case when admin2 is not null then 'admin2' when admin1 is not null then 'admin1' else 'country' end
    else place_precision
  end as place_precision
)
from unredacted_coded_events as coded_events
cross join hidden_kinds as hidden
