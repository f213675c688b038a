-- all columns, from left to right
-- Two rows that tie in every column are the same row: the order is total.
from casualties
order by all nulls last
