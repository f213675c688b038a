from differences
order by
  case change when 'went' then 1 when 'came' then 2 else 3 end,
  date_start nulls last,
  incident_id,
  field
