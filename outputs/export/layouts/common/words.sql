-- Macros that the layouts share. They are temporary: nothing is written to the dataset.

-- Text of reports on one line: a line break, a tab or a NUL ends a row for somebody.
create or replace temp macro one_line(words) as trim(regexp_replace(words, '[[:cntrl:]\s]+', ' ', 'g'));

-- A name in a list that semicolons part.
create or replace temp macro listed(name) as replace(one_line(name), ';', ',');

-- Whether a name names somebody: "Ahrar al-Sham", "ELN", and not "gunmen" or "Fighters".
create or replace temp macro names_somebody(name) as regexp_matches(name, '\p{Lu}.*\s.*\p{Lu}|\p{Lu}{2}');

create or replace temp macro days_of(first_day, last_day) as (last_day - first_day + 1);
create or replace temp macro middle_of(first_day, last_day) as (first_day + ((last_day - first_day) // 2)::integer);
create or replace temp macro spelt_out(day) as strftime(day, '%-d %B %Y');

-- 48 bits: of the ten characters after "i-", which hold 50; of any other name, of its MD5. R keeps whole numbers up to
-- 53 bits.
create or replace temp macro letter(id, place) as
  (strpos('abcdefghijklmnopqrstuvwxyz234567', id[place]) - 1)::bigint << (5 * (12 - place));
create or replace temp macro leading_bits(id) as (
  letter(id, 3) + letter(id, 4) + letter(id, 5) + letter(id, 6) + letter(id, 7)
  + letter(id, 8) + letter(id, 9) + letter(id, 10) + letter(id, 11) + letter(id, 12)
) >> 2;
create or replace temp macro bits_of_name(name) as ('0x' || md5(name)[1:12])::bigint;
create or replace temp macro other_bits_of_name(name) as ('0x' || md5(name)[13:24])::bigint;
create or replace temp macro bits_of_id(id) as case
  when regexp_full_match(id, 'i-[a-z2-7]{16}') then leading_bits(id)
  else bits_of_name(id)
end;

-- PRIO-GRID v.2.0: half-degree cells, 720 to a row, from the South Pole and 180 degrees west; schemas/priogrid.py.
create or replace temp macro priogrid(latitude, longitude) as
  ((least(360, floor((latitude + 90) * 2) + 1) - 1) * 720 + least(720, floor((longitude + 180) * 2) + 1))::integer;
