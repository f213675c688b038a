insert into incident_facts by name
with sources as (
    select
        incident_id,
        max(mention_id) filter (where field = 'event') as event,
        max(mention_id) filter (where field = 'date') as date,
        max(mention_id) filter (where field = 'place') as place,
        max(mention_id) filter (where field = 'participants') as participants
    from chosen
    group by incident_id
),

harmed as (
    select
        incident_id,
        sum(low) filter (where kind = 'killed') as killed_low,
        sum(best) filter (where kind = 'killed') as killed,
        sum(high) filter (where kind = 'killed') as killed_high,
        sum(low) filter (where kind = 'injured') as injured_low,
        sum(best) filter (where kind = 'injured') as injured,
        sum(high) filter (where kind = 'injured') as injured_high,
        sum(best) filter (where kind = 'missing') as missing,
        sum(best) filter (where kind = 'detained') as detained,
        sum(best) filter (where kind = 'abducted') as abducted,
        sum(best) filter (where kind = 'released') as released,
        sum(best) filter (where kind = 'displaced') as displaced,
        -- the four sum to the total, so where that is stated none is null
        sum(if(side = 'a', best, 0)) filter (where kind = 'killed') as killed_side_a,
        sum(if(side = 'b', best, 0)) filter (where kind = 'killed') as killed_side_b,
        sum(if(side = 'civilians', best, 0)) filter (where kind = 'killed') as killed_civilians,
        sum(if(side = 'unknown', best, 0)) filter (where kind = 'killed') as killed_unknown
    from widened
    group by incident_id
),

crowds as (
    select
        incident_id,
        best as crowd_size
    from counts
    where kind = 'crowd_size'
),

sureness as (
    select
        incident_id,
        max(confidence) as confidence
    from voices
    group by incident_id
)

select
    sources.incident_id,
    'unreviewed' as review_status,
    $run_id::integer as run_id,
    event.scope,
    dated.date_start,
    dated.date_end,
    dated.date_extent,
    dated.date_precision,
    placed.country,
    placed.country_code,
    placed.disputed_by,
    placed.admin1,
    placed.admin2,
    placed.admin3,
    placed.place,
    placed.place_as_written,
    placed.place_id,
    placed.latitude,
    placed.longitude,
    placed.place_precision,
    placed.radius_km,
    event.event_type,
    event.sub_event_type,
    peopled.ucdp_type,
    event.plover_event,
    event.plover_mode,
    event.weapon,
    peopled.actor1,
    peopled.actor1_type,
    peopled.actor2,
    peopled.actor2_type,
    peopled.perpetrator,
    peopled.target,
    harmed.* exclude (incident_id),
    crowds.crowd_size,
    event.civilian_targeting,
    event.summary,
    sureness.confidence
from sources
join mention_facts as event on event.mention_id = sources.event
join mention_facts as dated on dated.mention_id = sources.date
join mention_facts as placed on placed.mention_id = sources.place
join mention_facts as peopled on peopled.mention_id = sources.participants
join sureness on sureness.incident_id = sources.incident_id
left join harmed on harmed.incident_id = sources.incident_id
left join crowds on crowds.incident_id = sources.incident_id
