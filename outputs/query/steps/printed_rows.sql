select printed(columns(*))
from query($question)
