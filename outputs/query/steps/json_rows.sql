select to_json(answer)
from (
  select json_cell(columns(*))
  from query($question)
) as answer
