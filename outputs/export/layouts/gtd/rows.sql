-- date_start, eventid
with told as (
  select
    *,
    date_extent is not distinct from 'throughout' as lasts
  from incidents
)

select
  numbers.number as eventid,
  year(incidents.date_start)::integer as iyear,
  case
    when month(incidents.date_start) = month(incidents.date_end) or lasts then month(incidents.date_start)
    else 0 end::integer as imonth,
  case
    when lasts or incidents.date_start = incidents.date_end then day(incidents.date_start)
    else 0 end::integer as iday,
  case
    when not lasts and incidents.date_start < incidents.date_end then spelt_out(incidents.date_start) || ' to ' || spelt_out(incidents.date_end) end as approxdate,
  (lasts and incidents.date_start < incidents.date_end)::integer as extended,
  case when lasts and incidents.date_start < incidents.date_end then incidents.date_end end as resolution,
  here.code as country,
  here.name as country_txt,
  here.region,
  here.region_name as region_txt,
  one_line(incidents.admin1) as provstate,
  case
    when incidents.place_precision in ('site', 'settlement', 'near') then one_line(incidents.place)
    else 'Unknown' end as city,
  round(incidents.latitude, 6) as latitude,
  round(incidents.longitude, 6) as longitude,
  case
    when incidents.place_precision in ('site', 'settlement', 'near') then 1
    when incidents.place_precision in ('admin3', 'admin2') then 3
    when incidents.place_precision = 'area' and incidents.radius_km <= 50 then 3
    when incidents.place_precision in ('admin1', 'area') then 4
    else 5 end as specificity,
  case incidents.place_precision
    when 'near' then 1
    when 'site' then 0
    when 'settlement' then 0
    else -9 end as vicinity,
  one_line(incidents.place_as_written) as location,
  one_line(incidents.summary) as summary,
  null::integer as crit1,
  null::integer as crit2,
  null::integer as crit3,
  -9 as doubtterr,
  null::integer as alternative,
  null::varchar as alternative_txt,
  null::integer as multiple,
  coalesce(outcomes.success, 1) as success,
  (incidents.sub_event_type = 'Suicide bomb')::integer as suicide,
  attacks.attack as attacktype1,
  attack_types.text as attacktype1_txt,
  null::integer as attacktype2,
  null::varchar as attacktype2_txt,
  null::integer as attacktype3,
  null::varchar as attacktype3_txt,
  attacks.target as targtype1,
  target_types.text as targtype1_txt,
  null::integer as targsubtype1,
  null::varchar as targsubtype1_txt,
  null::varchar as corp1,
  one_line(incidents.target) as target1,
  null::integer as natlty1,
  null::varchar as natlty1_txt,
  null::integer as targtype2,
  null::varchar as targtype2_txt,
  null::integer as targsubtype2,
  null::varchar as targsubtype2_txt,
  null::varchar as corp2,
  null::varchar as target2,
  null::integer as natlty2,
  null::varchar as natlty2_txt,
  null::integer as targtype3,
  null::varchar as targtype3_txt,
  null::integer as targsubtype3,
  null::varchar as targsubtype3_txt,
  null::varchar as corp3,
  null::varchar as target3,
  null::integer as natlty3,
  null::varchar as natlty3_txt,
  coalesce(attacks.perpetrators[1].name, 'Unknown') as gname,
  null::varchar as gsubname,
  attacks.perpetrators[2].name as gname2,
  null::varchar as gsubname2,
  attacks.perpetrators[3].name as gname3,
  null::varchar as gsubname3,
  null::varchar as motive,
  null::integer as guncertain1,
  null::integer as guncertain2,
  null::integer as guncertain3,
  null::integer as individual,
  outcomes.nperps,
  null::integer as nperpcap,
  null::integer as claimed,
  null::integer as claimmode,
  null::varchar as claimmode_txt,
  null::integer as claim2,
  null::integer as claimmode2,
  null::varchar as claimmode2_txt,
  null::integer as claim3,
  null::integer as claimmode3,
  null::varchar as claimmode3_txt,
  null::integer as compclaim,
  attacks.weapon as weaptype1,
  weapon_types.text as weaptype1_txt,
  case incidents.sub_event_type
    when 'Grenade' then 7
    when 'Shelling/artillery/missile attack' then 11 end as weapsubtype1,
  case incidents.sub_event_type
    when 'Grenade' then 'Grenade'
    when 'Shelling/artillery/missile attack' then 'Projectile (rockets, mortars, RPGs, etc.)' end as weapsubtype1_txt,
  null::integer as weaptype2,
  null::varchar as weaptype2_txt,
  null::integer as weapsubtype2,
  null::varchar as weapsubtype2_txt,
  null::integer as weaptype3,
  null::varchar as weaptype3_txt,
  null::integer as weapsubtype3,
  null::varchar as weapsubtype3_txt,
  null::integer as weaptype4,
  null::varchar as weaptype4_txt,
  null::integer as weapsubtype4,
  null::varchar as weapsubtype4_txt,
  null::varchar as weapdetail,
  incidents.killed as nkill,
  null::integer as nkillus,
  case
    when incidents.killed_unknown = 0 then case attacks.perpetrators[1].side
    when 'a' then incidents.killed_side_a
    when 'b' then incidents.killed_side_b
    end end as nkillter,
  incidents.injured as nwound,
  null::integer as nwoundus,
  null::integer as nwoundte,
  null::integer as property,
  null::integer as propextent,
  null::varchar as propextent_txt,
  null::integer as propvalue,
  null::varchar as propcomment,
  case
    when incidents.abducted > 0 or attacks.attack = 6 then 1
    when incidents.abducted = 0 then 0
    else -9 end as ishostkid,
  incidents.abducted as nhostkid,
  null::integer as nhostkidus,
  null::integer as nhours,
  null::integer as ndays,
  null::varchar as divert,
  null::varchar as kidhijcountry,
  null::integer as ransom,
  null::integer as ransomamt,
  null::integer as ransomamtus,
  null::integer as ransompaid,
  null::integer as ransompaidus,
  null::varchar as ransomnote,
  null::integer as hostkidoutcome,
  null::varchar as hostkidoutcome_txt,
  incidents.released as nreleased,
  concat_ws(' ',
    case when incidents.killed_low < incidents.killed_high then 'Killed: ' || incidents.killed_low || ' to ' || incidents.killed_high || '.' end,
    case when incidents.place_precision not in ('site', 'settlement') and incidents.radius_km is not null then 'The place is known to within ' || greatest(1, round(incidents.radius_km))::integer || ' km of the point.' end) as addnotes,
  citations.cited[1] as scite1,
  citations.cited[2] as scite2,
  citations.cited[3] as scite3,
  'affray' as dbsource,
  -9 as INT_LOG,
  -9 as INT_IDEO,
  -9 as INT_MISC,
  -9 as INT_ANY,
  null::varchar as related
from told as incidents
join fates using (incident_id)
join numbers using (incident_id)
join attacks using (incident_id)
join gtd_countries as here on here.country_code = incidents.country_code
join attack_types on attack_types.code = attacks.attack
join target_types on target_types.code = attacks.target
join weapon_types on weapon_types.code = attacks.weapon
left join outcomes using (incident_id)
left join citations using (incident_id)
where fates.reason is null
order by
  incidents.date_start,
  numbers.number
