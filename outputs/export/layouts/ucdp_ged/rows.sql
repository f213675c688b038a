-- date_start, id
select
  numbers.number as id,
  null::varchar as relid,
  year(incidents.date_start)::integer as year,
  case when dyads.dyad_name is not null then (dyads.killed_in_year >= 25)::integer end as active_year,
  case when dyads.dyad_name is null then 'Check Dyad' else 'Clear' end as code_status,
  incidents.ucdp_type as type_of_violence,
  dyads.conflict_number as conflict_dset_id,
  dyads.conflict_number as conflict_new_id,
  dyads.conflict_name,
  dyads.dyad_number as dyad_dset_id,
  dyads.dyad_number as dyad_new_id,
  dyads.dyad_name,
  dyads.side_a_number as side_a_dset_id,
  dyads.side_a_number as side_a_new_id,
  dyads.side_a,
  dyads.side_b_number as side_b_dset_id,
  dyads.side_b_number as side_b_new_id,
  dyads.side_b,
  coalesce(sources.number_of_sources, 0) as number_of_sources,
  sources.source_article,
  nullif(sources.source_office, '') as source_office,
  nullif(sources.source_date, '') as source_date,
  nullif(sources.source_headline, '') as source_headline,
  speakers.source_original,
  case
    when incidents.place_precision in ('site', 'settlement') then 1
    when incidents.place_precision = 'near' then 2
    when incidents.place_precision in ('admin3', 'admin2') then 3
    when incidents.place_precision = 'admin1' then 4
    when incidents.place_precision = 'area' then 5
    else 6
  end as where_prec,
  one_line(incidents.place) as where_coordinates,
  one_line(incidents.place_as_written) as where_description,
  one_line(incidents.admin1) as adm_1,
  one_line(incidents.admin2) as adm_2,
  round(incidents.latitude, 6) as latitude,
  round(incidents.longitude, 6) as longitude,
  'POINT (' || round(incidents.longitude, 6) || ' ' || round(incidents.latitude, 6) || ')' as geom_wkt,
  priogrid(incidents.latitude, incidents.longitude) as priogrid_gid,
  here.name as country,
  here.number as country_id,
  here.region,
  case incidents.scope when 'aggregate' then 2 else 1 end as event_clarity,
  case
    when incidents.date_extent = 'throughout' then 1
    when days_of(incidents.date_start, incidents.date_end) = 1 then 1
    when days_of(incidents.date_start, incidents.date_end) <= 6 then 2
    when days_of(incidents.date_start, incidents.date_end) = 7 then 3
    when days_of(incidents.date_start, incidents.date_end) <= 31 then 4
    else 5
  end as date_prec,
  incidents.date_start,
  incidents.date_end,
  deaths.deaths_a,
  deaths.deaths_b,
  deaths.deaths_civilians,
  deaths.deaths_unknown,
  deaths.best,
  deaths.high,
  deaths.low,
  state_a.number as gwnoa,
  state_b.number as gwnob
from incidents
join fates using (incident_id)
join numbers using (incident_id)
join dyads using (incident_id)
join deaths using (incident_id)
join ged_states as here
  on here.country_code = incidents.country_code
  and incidents.date_start between here.since and here.until
left join sources using (incident_id)
left join speakers using (incident_id)
left join state_numbers as state_a on state_a.government = dyads.side_a
left join state_numbers as state_b on state_b.government = dyads.side_b
where fates.reason is null
order by
  incidents.date_start,
  numbers.number
