copy (
  select json_cell(columns(*))
  from query($question)
) to $path (
  format json
)
