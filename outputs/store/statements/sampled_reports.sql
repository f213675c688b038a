-- Reports whose words are here, in an order that a seed gives and nothing else does.
select *
from reports
where text is not null and extracted
order by sha256($seed || report_id), report_id
limit $count
