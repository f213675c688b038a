create or replace temp view mention_facts as
select * replace (excerpt(summary) as summary)
from whole_mention_facts
