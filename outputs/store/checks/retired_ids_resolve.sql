-- Every id that was given out stands, or is retired and leads to one that stands or to nothing.
with recursive given_out as (
    select incident_id
    from incident_facts
    union
    select incident_id
    from past_incident_facts
    union
    select old_id
    from retired
),

led as (
    select
        incident_id,
        incident_id as id
    from given_out

    union

    select
        led.incident_id,
        retired.new_id
    from led
    join retired on retired.old_id = led.id
    anti join incident_facts on incident_facts.incident_id = led.id
),

resolved as (
    select led.incident_id
    from led
    left join incident_facts on incident_facts.incident_id = led.id
    where incident_facts.incident_id is not null
        or led.id is null
)

select given_out.incident_id
from given_out
anti join resolved using (incident_id)
order by given_out.incident_id;
