select csv_cell(columns(*))
from query($question)
