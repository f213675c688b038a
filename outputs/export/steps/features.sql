-- RFC 7946: longitude before latitude, WGS 84, and no geometry where there is no point.
select json_object(
  'type', 'Feature',
  'geometry', case
    when has_point(answer.longitude, answer.latitude) then json_object(
      'type', 'Point',
      'coordinates', json_array(cast(answer.longitude as double), cast(answer.latitude as double))
    )
  end,
  'properties', answer
)
from (
  select json_cell(columns(*))
  from query($question)
) as answer
