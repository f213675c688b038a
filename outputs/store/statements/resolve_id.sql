-- Where an id goes on; no row where it was never given out. A union by rows ends, whatever leads in a circle.
with recursive led as (
    select $incident_id::varchar as id

    union

    select retired.new_id
    from led
    join retired on retired.old_id = led.id
    where retired.new_id is not null
),

known as (
    select incident_id as id
    from incident_facts
    where incident_id = $incident_id
    union all
    select old_id
    from retired
    where old_id = $incident_id
)

select max(incident_facts.incident_id)
from led
left join incident_facts on incident_facts.incident_id = led.id
having count(*) > 0
    and exists (from known)
