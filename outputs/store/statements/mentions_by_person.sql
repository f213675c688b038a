-- Mentions that people have added.
select mention_id
from claims
where report_id in (select unnest($report_ids::varchar[]))
    and mention_id is not null
    and rule = 'addition'
    and basis = 'person'
group by mention_id
