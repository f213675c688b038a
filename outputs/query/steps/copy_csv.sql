copy (
  select csv_cell(columns(*))
  from query($question)
) to $path (
  format csv,
  header true
)
