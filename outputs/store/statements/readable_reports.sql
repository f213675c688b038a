-- The next reports whose words are here and stand, in the order of their ids.
select *
from reports
anti join withdrawals using (report_id)
where text is not null
    and report_id > $after
order by report_id
limit $count
