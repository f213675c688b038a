-- Points of WGS 84, longitude first; what is not on earth is no point.
create or replace temp macro has_point(longitude, latitude) as coalesce(
  abs(try_cast(longitude as double)) <= 180
  and abs(try_cast(latitude as double)) <= 90,
  false
);

create or replace temp macro point(longitude, latitude) as case
  when has_point(longitude, latitude)
    then st_aswkb(cast('POINT(' || cast(longitude as double) || ' ' || cast(latitude as double) || ')' as geometry))
end;
