-- Nobody is matched yet.
create or replace temp table matched as
from pairs
limit 0
