-- What a round-up counts, and which round-ups count an incident, with what each says in a line.
with pairs as (
    select
        part_id as incident_id,
        true as is_part,
        reason
    from parts
    where aggregate_id = $id

    union all

    select
        aggregate_id,
        false,
        reason
    from parts
    where part_id = $id
)

select
    pairs.incident_id,
    pairs.is_part,
    pairs.reason,
    incidents.* exclude (incident_id)
from pairs
join incidents using (incident_id)
order by
    pairs.is_part,
    incidents.date_start,
    incidents.date_end,
    pairs.incident_id
