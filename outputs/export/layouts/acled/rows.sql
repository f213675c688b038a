-- event_date, event_id_cnty
with sources as (
  select
    incident_id,
    string_agg(distinct listed(publisher), '; ' order by listed(publisher)) as source
  from tellers
  where publisher is not null
  group by incident_id
),

dated as (
  select
    incidents.*,
    days_of(incidents.date_start, incidents.date_end) as days,
    incidents.date_extent = 'throughout' as lasted,
    case
      when incidents.date_extent = 'throughout' then incidents.date_start
      else middle_of(incidents.date_start, incidents.date_end)
    end as event_date,
    coalesce(incidents.killed_low, incidents.killed) as fatalities,
    numbers.number
  from incidents
  join fates using (incident_id)
  join numbers using (incident_id)
  where fates.reason is null
),

coded as (
  select
    dated.*,
    here.acronym || dated.number as event_id_cnty,
    here.iso,
    here.region,
    here.name as acled_country,
    camps.first_camp[1].name as first_actor,
    camps.second_camp[1].name as second_actor,
    camps.first_camp[1].type as inter1,
    camps.second_camp[1].type as inter2,
    array_to_string(
      [party.name for party in camps.first_camp[2:] if party.name <> camps.first_camp[1].name], '; '
    ) as assoc_actor_1,
    array_to_string(
      [party.name for party in camps.second_camp[2:] if party.name <> camps.second_camp[1].name], '; '
    ) as assoc_actor_2,
    sources.source,
    scales.source_scale
  from dated
  join acled_countries as here on here.country_code = dated.country_code
  join camps using (incident_id)
  left join sources using (incident_id)
  left join scales using (incident_id)
),

-- the number of an actor's type is its place in this list
paired as (
  select
    *,
    coalesce(list_position(actor_types(), inter1), 0) as first_code,
    coalesce(list_position(actor_types(), inter2), 0) as second_code
  from coded
)

select
  paired.event_id_cnty,
  paired.event_date,
  year(paired.event_date)::integer as year,
  case
    when paired.lasted or paired.days = 1 then 1
    when paired.days <= 7 then 2
    else 3
  end as time_precision,
  case
    when paired.sub_event_type = 'Excessive force against protesters' then 'Political violence; Demonstrations'
    when paired.event_type = 'Protests' or paired.sub_event_type = 'Violent demonstration' then 'Demonstrations'
    when paired.event_type = 'Strategic developments' then 'Strategic developments'
    else 'Political violence'
  end as disorder_type,
  paired.event_type,
  paired.sub_event_type,
  paired.first_actor as actor1,
  nullif(paired.assoc_actor_1, '') as assoc_actor_1,
  paired.inter1,
  paired.second_actor as actor2,
  nullif(paired.assoc_actor_2, '') as assoc_actor_2,
  paired.inter2,
  interactions.text as interaction,
  case
    when paired.event_type = 'Violence against civilians'
      or paired.sub_event_type = 'Excessive force against protesters'
      or paired.event_type in ('Explosions/Remote violence', 'Riots') and paired.civilian_targeting
      then 'Civilian targeting'
  end as civilian_targeting,
  paired.iso,
  paired.region,
  paired.acled_country as country,
  one_line(paired.admin1) as admin1,
  one_line(paired.admin2) as admin2,
  one_line(paired.admin3) as admin3,
  one_line(paired.place) as location,
  round(paired.latitude, 4) as latitude,
  round(paired.longitude, 4) as longitude,
  case
    when paired.place_precision in ('site', 'settlement') then 1
    when paired.place_precision in ('admin2', 'admin3') then 2
    when paired.place_precision in ('near', 'area') and coalesce(paired.radius_km, 100) <= 50 then 2
    else 3
  end as geo_precision,
  paired.source,
  paired.source_scale,
  concat_ws(
    ' ',
    'On ' || spelt_out(paired.event_date) || ': ' || one_line(paired.summary),
    case
      when paired.lasted and paired.days > 1
        then 'It went on until ' || spelt_out(paired.date_end) || ', of which this row has the first day.'
      when paired.days > 1
        then 'It was some time from ' || spelt_out(paired.date_start) || ' to ' || spelt_out(paired.date_end) || '.'
    end,
    case
      when paired.fatalities is null then 'No report says how many were killed: the 0 is the rule of this layout.'
      when paired.killed_low < paired.killed_high
        then 'Killed: ' || paired.killed_low || ' to ' || paired.killed_high || ', best ' || paired.killed || '.'
    end,
    'Injured: ' || paired.injured || '.',
    'Detained: ' || paired.detained || '.',
    'Abducted: ' || paired.abducted || '.',
    case
      when paired.place_precision not in ('site', 'settlement') and paired.radius_km is not null
        then 'The place is known to within ' || greatest(1, round(paired.radius_km))::integer || ' km of the point.'
    end
  ) as notes,
  coalesce(paired.fatalities, 0)::integer as fatalities,
  case
    when paired.event_type in ('Protests', 'Riots')
      then 'crowd size=' || coalesce(paired.crowd_size::varchar, 'no report')
  end as tags,
  null::bigint as timestamp
from paired
left join interactions
  on interactions.code = case
    when paired.second_code = 0 then paired.first_code * 10
    when (paired.first_code, paired.second_code) in ((7, 8), (8, 7)) then 78
    else least(paired.first_code, paired.second_code) * 10 + greatest(paired.first_code, paired.second_code)
  end
order by
  paired.event_date,
  paired.event_id_cnty
