-- Of the incidents whose reports differ most on the killed: what was taken, its bounds, and what each report tells.
with widest as (
    select
        chosen.*,
        row_number() over (
            order by
                killed_high - killed_low desc,
                killed_high desc,
                incident_id
        ) as rank
    from chosen
    where killed_high > killed_low
        and scope is distinct from 'aggregate'
    qualify rank <= $most
)

select
    widest.rank,
    widest.incident_id,
    widest.date_start,
    widest.date_end,
    widest.place,
    widest.place_as_written,
    widest.country,
    widest.sub_event_type,
    widest.killed_low,
    widest.killed,
    widest.killed_high,
    coalesce(
        list(distinct mentions.killed order by mentions.killed) filter (where mentions.killed is not null),
        []
    ) as told
from widest
left join mentions using (incident_id)
group by all
order by widest.rank
