-- date, id
select
  incidents.incident_id as id,
  true as has_event,
  incidents.date_start::varchar as date,
  null::varchar as time,
  case when incidents.date_end > incidents.date_start then incidents.date_end::varchar end as enddate,
  null::varchar as endtime,
  entities.actor,
  coalesce(entities.recipient, []) as recipient,
  [incidents.plover_event] as event,
  {
    extracted_place: one_line(incidents.place_as_written),
    resolved_place: one_line(incidents.place),
    geonameid: case when starts_with(incidents.place_id, 'geonames:') then split_part(incidents.place_id, ':', 2) end,
    lat: round(incidents.latitude, 6),
    lon: round(incidents.longitude, 6),
    city: case when incidents.place_precision in ('site', 'settlement', 'near') then one_line(incidents.place) end,
    district: one_line(incidents.admin2),
    province: one_line(incidents.admin1),
    country: here.name,
    country_code: here.code,
    resolution: case
      when incidents.place_precision = 'site' then 5
      when incidents.place_precision in ('settlement', 'near') then 4
      when incidents.place_precision in ('admin3', 'admin2') then 3
      when incidents.place_precision in ('admin1', 'area') then 2
      when here.code is not null then 1
    end
  } as event_loc,
  one_line(incidents.summary) as event_text,
  plover_events.quad_code,
  coalesce(plover_modes.score, plover_events.score) as event_scale,
  case when incidents.plover_mode is null then [] else [incidents.plover_mode] end as mode,
  []::varchar[] as context,
  citations.cited.url as link,
  null::varchar as text,
  {dead: incidents.killed, injured: incidents.injured, arrested: incidents.detained} as size,
  {title: citations.cited.title, publication: citations.cited.publication, url: citations.cited.url} as cite_info,
  'affray' as coder,
  null::varchar as coded_date,
  null::varchar as coded_time,
  nullif(
    concat_ws(
      ' ',
      case
        when incidents.date_end is null then 'The last day is not known.'
        when incidents.date_end > incidents.date_start and incidents.date_extent is distinct from 'throughout'
          then 'It was some time between date and enddate.'
      end,
      case
        when incidents.killed_low < incidents.killed_high
          then 'Killed: ' || incidents.killed_low || ' to ' || incidents.killed_high || '.'
      end
    ),
    ''
  ) as comment
from incidents
join fates using (incident_id)
join entities using (incident_id)
join plover_events on plover_events.event = incidents.plover_event
left join plover_modes on plover_modes.mode = incidents.plover_event || '.' || incidents.plover_mode
left join plover_countries as here on here.country_code = incidents.country_code
left join citations using (incident_id)
where fates.reason is null
order by
  incidents.date_start,
  incidents.incident_id
