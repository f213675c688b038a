-- Every part is a single incident that stands, of a round-up that stands; no pair is told twice.
select
    parts.aggregate_id,
    parts.part_id
from parts
left join incident_facts as aggregates on aggregates.incident_id = parts.aggregate_id
left join incident_facts as singles on singles.incident_id = parts.part_id
group by all
having count(*) > 1
    or any_value(aggregates.scope) is distinct from 'aggregate'
    or any_value(singles.scope) is distinct from 'single'
    or parts.aggregate_id is not distinct from parts.part_id
order by all;
