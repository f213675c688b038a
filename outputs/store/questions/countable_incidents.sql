-- One row per incident that may be counted and summed: no round-up, none that a person has dismissed.
-- `month` and `year` are null where the words allow more than one, so that sums over them lose nothing.
create or replace view countable_incidents as
select
    incident_id,
    case when date_start = date_end then date_start end as day,
    case when date_trunc('month', date_start) = date_trunc('month', date_end) then date_trunc('month', date_start)::date end
        as month,
    case when year(date_start) = year(date_end) then year(date_start)::integer end as year,
    -- PRIO-GRID v.2.0 Codebook: rows from the South Pole, columns from 180° W, half a degree each
    case
        when place_precision in ('site', 'settlement', 'near', 'admin3', 'admin2')
            then (least(floor((latitude + 90) * 2), 359) * 720 + least(floor((longitude + 180) * 2), 719) + 1)::integer
    end as priogrid_gid,
    country_code,
    country,
    admin1,
    admin2,
    place,
    place_precision,
    event_type,
    sub_event_type,
    ucdp_type,
    actor1,
    actor1_type,
    actor2,
    actor2_type,
    perpetrator,
    target,
    killed_low,
    killed,
    killed_high,
    killed_civilians,
    injured_low,
    injured,
    injured_high,
    abducted,
    displaced,
    civilian_targeting,
    report_count,
    publisher_count,
    original_count,
    -- one outlet, or one text that several print
    publisher_count = 1 or original_count <= 1 as is_single_source,
    review_status
from incidents
where scope = 'single'
    and review_status <> 'dismissed';
