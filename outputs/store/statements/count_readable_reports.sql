select count(*)
from reports
where text is not null
