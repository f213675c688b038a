"""Thousands of incidents of every kind, with hostile words in them, and gaps wherever there may be any."""

from pathlib import Path

from outputs.store.connect import open_for_writing
from schemas.codebook import load_codebook
from schemas.vocabulary import ActorType, Weapon

__all__ = ["HOSTILE", "fill"]

# a line break, a quotation mark, a semicolon, a formula and a NUL, as a report or an outlet's name may hold them
HOSTILE = "=cmd|' /C calc'!A0; \"Quoted\",\nnext\x00line"

INCIDENTS = """
insert into incident_facts by name
with drawn as (
  select
    number,
    -- MD5 draws the same for everybody, whatever the number of threads
    [('0x' || md5(number || '/' || place)[1:7])::integer for place in range(30)] as draw
  from range($count) as numbers(number)
),
valued as (
  select
    *,
    $types[1 + draw[1] % len($types)] as kind,
    case draw[2] % 12 when 0 then null else date '2015-01-01' + (draw[3] % 3000)::integer end as first_day,
    (case draw[4] % 4 when 0 then 0 when 1 then draw[5] % 7 when 2 then draw[5] % 40 else draw[5] % 500 end)::integer
      as longer,
    case draw[6] % 5 when 0 then null when 1 then 0 else draw[7] % 40 end as killed
  from drawn
),
parted as (
  select
    *,
    case when killed > 0 then draw[8] % (killed + 1) else killed end as part_a
  from valued
)
select
  'i-' || translate(md5(number::varchar)[1:16], '0189', 'wxyz') as incident_id,
  1 as run_id,
  case draw[9] % 20 when 0 then 'dismissed' when 1 then 'confirmed' else 'unreviewed' end as review_status,
  case draw[10] % 15 when 0 then 'aggregate' else 'single' end as scope,
  first_day as date_start,
  case draw[11] % 15 when 0 then null else first_day + longer end as date_end,
  case draw[12] % 4 when 0 then 'throughout' else 'within' end as date_extent,
  case when longer = 0 then 'day' else 'days' end as date_precision,
  case draw[13] % 12 when 0 then null else $countries[1 + draw[14] % len($countries)] end as country_code,
  'Province' as admin1,
  case draw[15] % 2 when 0 then 'District' end as admin2,
  case draw[16] % 9 when 0 then $hostile else 'Place ' || draw[17] % 500 end as place,
  'there' as place_as_written,
  case draw[18] % 10 when 0 then null else -90 + draw[19] % 181 end::double as latitude,
  (-180 + draw[20] % 361)::double as longitude,
  ['site', 'settlement', 'near', 'admin3', 'admin2', 'admin1', 'area', 'country', 'unknown'][1 + draw[21] % 9]
    as place_precision,
  case draw[22] % 5 when 0 then null else draw[22] % 200 end::double as radius_km,
  case draw[23] % 25 when 0 then null else kind.event_type end as event_type,
  case when event_type is not null then kind.sub_event_type end as sub_event_type,
  case draw[24] % 5 when 0 then null else 1 + draw[24] % 3 end::integer as ucdp_type,
  case when event_type is not null then kind.plover_event end as plover_event,
  case when event_type is not null then kind.plover_mode end as plover_mode,
  $weapons[1 + draw[25] % len($weapons)] as weapon,
  'actor ' || number % 40 as actor1,
  (killed * 0.8)::integer as killed_low,
  killed,
  (killed * 1.3)::integer as killed_high,
  case draw[26] % 3 when 0 then null else draw[27] % 60 end as injured,
  part_a as killed_side_a,
  case when killed is null then null else 0 end as killed_side_b,
  case when killed is null then null else (killed - part_a) // 2 end as killed_civilians,
  case when killed is null then null else killed - part_a - (killed - part_a) // 2 end as killed_unknown,
  case draw[28] % 3 when 0 then draw[29] % 5000 end as crowd_size,
  draw[30] % 3 = 0 as civilian_targeting,
  case draw[28] % 8 when 0 then $hostile when 1 then null else 'Something happened.' end as summary
from parted
"""

PARTICIPANTS = """
insert into participant_facts by name
with drawn as (
  select
    incident_id,
    nth,
    [('0x' || md5(incident_id || nth || '/' || place)[1:7])::integer for place in range(8)] as draw
  from incident_facts
  cross join range(4) as every(nth)
)
select
  incident_id,
  nth::integer as position,
  case draw[1] % 3 when 0 then 'a-' || draw[2] % 40 end as actor_id,
  case draw[3] % 12
    when 0 then $hostile
    when 1 then 'police'
    when 2 then 'gunmen'
    when 3 then 'National Army'
    else 'actor ' || draw[2] % 40
  end as actor,
  case draw[4] % 8 when 0 then 'thing' when 1 then null else 'group' end as kind,
  case draw[5] % 12 when 0 then null else $actor_types[1 + draw[5] % len($actor_types)] end as type,
  case draw[6] % 3 when 0 then $countries[1 + draw[6] % len($countries)] end as country_code,
  ['a', 'b', 'civilians', 'unknown'][1 + draw[7] % 4] as side,
  ['perpetrator', 'target', 'victim', 'party'][1 + draw[8] % 4] as role
from drawn
where draw[8] % 5 > 0
"""

REPORTS = """
insert into reports by name
select
  'r-' || number as report_id,
  [null, $hostile, 'Reuters', 'The Guardian', 'Dawn', 'Gazette', 'Herald'][1 + number % 7] as publisher,
  case number % 11 when 0 then null else date '2015-01-02' + (number % 3000)::integer end as published,
  case number % 5 when 0 then null when 1 then $hostile else 'Title ' || number end as title,
  case number % 6 when 0 then 'https://example.org/' || number end as url,
  'Something happened.' as text
from range($reports) as numbers(number)
"""

MENTIONS = """
insert into mention_facts by name
select
  'm-' || row_number() over (order by incident_id, nth) as mention_id,
  'r-' || ('0x' || md5(incident_id || nth)[1:7])::integer % $reports as report_id,
  incident_id as summary,
  'happened' as status,
  'single' as scope
from incident_facts
cross join range(3) as every(nth)
where ('0x' || md5(nth || incident_id)[1:3])::integer % 3 > 0
"""


def fill(path: Path, *, count: int, reports: int = 500) -> None:
    """Write incidents of every kind, country, weapon and type of actor that the codebooks know into a new dataset."""
    drawn = {"countries": sorted(load_codebook("countries")), "hostile": HOSTILE}
    weapons, actor_types = ([str(word) for word in words] for words in (Weapon, ActorType))
    with open_for_writing(path) as connection:
        connection.execute(INCIDENTS, {"count": count, "types": _types(), "weapons": weapons, **drawn})
        connection.execute(PARTICIPANTS, {"actor_types": actor_types, **drawn})
        connection.execute(REPORTS, {"reports": reports, "hostile": HOSTILE})
        connection.execute(MENTIONS, {"reports": reports})
        connection.execute(
            "insert into memberships by name select mention_id, summary as incident_id from mention_facts"
        )


def _types() -> list[dict[str, str | None]]:
    fields = ("event_type", "plover_event", "plover_mode")
    book = load_codebook("event_types")["event"]
    return [{"sub_event_type": name} | {field: kind.get(field) for field in fields} for name, kind in book.items()]
