-- One row for each voice, its point as a unit vector, so that near is near at the poles and the antimeridian, too.
create or replace temp table voices as
select
    voicing.voice,
    profiles.* exclude (group_id, trigger_start),
    profiles.days = 0 and profiles.spots <= 1 as is_exact,
    cos(radians(latitude)) * cos(radians(longitude)) as x,
    cos(radians(latitude)) * sin(radians(longitude)) as y,
    sin(radians(latitude)) as z
from profiles
join voicing using (id)
where voicing.id = voicing.speaker
