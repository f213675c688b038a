-- The answer's columns without its rows; two of one name get two names.
from query($question)
limit 0
