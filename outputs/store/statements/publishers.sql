-- The outlets that reports name.
select distinct publisher
from reports
where publisher is not null
