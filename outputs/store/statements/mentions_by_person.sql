-- Mentions that people alone tell of.
select mention_id
from claims
where report_id in (select unnest($report_ids::varchar[]))
    and mention_id is not null
group by mention_id
having bool_and(basis = 'person')
