-- The next reports whose words are here, in the order of their ids.
select *
from reports
where text is not null
    and report_id > $after
order by report_id
limit $count
