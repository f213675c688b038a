select
  point(longitude, latitude),
  *
from query($question)
