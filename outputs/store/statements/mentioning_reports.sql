-- The next reports that tell anything, in the order of their ids.
select *
from reports
semi join mention_facts using (report_id)
where report_id > $after
order by report_id
limit $count
