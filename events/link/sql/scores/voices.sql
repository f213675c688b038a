-- One row for each voice, its point as a unit vector, so that near is near at the poles and the antimeridian, too.
-- `stage` says when its cluster forms: 1 for what is exact and founds, 2 for what is vague and founds, 3 for the rest.
create or replace temp table voices as
select
    voicing.voice,
    profiles.* exclude (group_id, trigger_start),
    case
        when profiles.founds and (profiles.days = 0 and profiles.spots <= 1 or profiles.is_aggregate) then 1
        when profiles.founds then 2
        else 3
    end as stage,
    cos(radians(latitude)) * cos(radians(longitude)) as x,
    cos(radians(latitude)) * sin(radians(longitude)) as y,
    sin(radians(latitude)) as z
from profiles
join voicing using (id)
where voicing.id = voicing.speaker
