from datetime import date

import pytest

from events.evaluate.coding import incident_from
from events.evaluate.predictions import Prediction
from events.evaluate.slots import SLOTS
from events.evaluate.tally import Tally

RIGHT = Tally(expected=1, given=1, correct=1)
WRONG = Tally(expected=1, given=1)
MISSED = Tally(expected=1)
TOO_MUCH = Tally(given=1)
NOTHING = Tally()

ON_OR_BEFORE = {"date_alternatives": [{"start": None, "end": "1990-01-08"}]}
TWO_DATES = {"date_alternatives": [{"start": d, "end": d} for d in ("1990-01-08", "1990-02-01")]}
BELLO = {"location_alternatives": [{"levels": [{"name": n} for n in ("COLOMBIA", "ANTIOQUIA", "BELLO")]}]}
COLOMBIA = {"location_alternatives": [{"levels": [{"name": "COLOMBIA"}]}]}
BANJSKA = {"place": "Banjska", "lat": 42.973, "lon": 20.781}


def actor(role: str, *names: str, optional: bool = False) -> dict[str, object]:
    return {"actors": [{"name": names[0], "aliases": names, "role": role, "optional": optional}]}


def days(start: date | None, end: date | None) -> dict[str, object]:
    return {"date_start": start, "date_end": end}


CASES = [
    # a day, an interval, an open one; what is wider than the gold is wrong
    ("date", {"date": "1990-01-08"}, days(date(1990, 1, 8), date(1990, 1, 8)), RIGHT),
    ("date", {"date": "1990-01-08"}, days(date(1990, 1, 7), date(1990, 1, 8)), WRONG),
    ("date", {"date": "1990-01"}, days(date(1990, 1, 7), date(1990, 1, 8)), RIGHT),
    ("date", {"date": "1990-01"}, days(None, date(1990, 1, 8)), WRONG),
    ("date", ON_OR_BEFORE, days(None, date(1990, 1, 8)), RIGHT),
    ("date", ON_OR_BEFORE, days(date(1989, 12, 30), date(1989, 12, 30)), RIGHT),
    ("date", ON_OR_BEFORE, days(date(1990, 1, 9), date(1990, 1, 9)), WRONG),
    ("date", ON_OR_BEFORE, days(date(1990, 1, 1), None), WRONG),
    ("date", TWO_DATES, days(date(1990, 2, 1), date(1990, 2, 1)), RIGHT),
    ("date", {"date": "1990-01-08"}, days(None, None), MISSED),
    ("date", {}, days(date(1990, 1, 8), date(1990, 1, 8)), NOTHING),
    ("country", {"country": "COLOMBIA"}, {"country": "Colombia"}, RIGHT),
    ("country", {"iso2": "XK"}, {"country_code": "XK", "country": "Kosovo"}, RIGHT),
    ("country", {"country": "Sudan;South Sudan"}, {"country_code": "SS"}, RIGHT),
    ("country", {"country": "Sudan"}, {"country_code": "SS"}, WRONG),
    # any level by name; a country is no place; near enough is right
    ("place", BELLO, {"place": "Bello"}, RIGHT),
    ("place", BELLO, {"place": "Somewhere", "place_as_written": "Antioquia Department"}, RIGHT),
    ("place", BELLO, {"admin1": "Antioquia"}, RIGHT),
    ("place", BELLO, {"place": "Cali", "admin1": "Antioquia"}, WRONG),
    ("place", BELLO, {"place": "Colombia", "country": "Colombia"}, MISSED),
    ("place", BELLO, {"place": "Bello", "place_precision": "country"}, MISSED),
    (
        "place",
        {"country": "Djibouti", "place": "Djibouti"},
        {"place": "Djibouti", "country_code": "DJ", "place_precision": "settlement"},
        RIGHT,
    ),
    ("place", COLOMBIA, {"place": "Bello"}, TOO_MUCH),
    ("place", {"country": "Colombia"}, {"place": "Bello"}, NOTHING),
    ("place", BANJSKA, {"place": "Zvecan", "latitude": 42.9, "longitude": 20.84}, RIGHT),
    ("place", BANJSKA, {"place": "Banjska e Epërme", "latitude": 42.75, "longitude": 21.0}, WRONG),
    ("place", BANJSKA, {"latitude": 42.973, "longitude": 20.781}, MISSED),
    ("perpetrator", actor("perpetrator", "FMLN"), {"perpetrator": "gunmen; the FMLN"}, RIGHT),
    ("perpetrator", actor("perpetrator", "FMLN"), {"perpetrator": "gunmen"}, WRONG),
    ("perpetrator", actor("perpetrator", "FMLN"), {"perpetrator": None}, MISSED),
    ("perpetrator", actor("target", "POLICE"), {"perpetrator": "gunmen"}, TOO_MUCH),
    ("perpetrator", actor("perpetrator", "Unknown"), {"perpetrator": "gunmen"}, NOTHING),
    ("target", actor("human_target", "MAYOR OF ACHI"), {"target": "mayors"}, RIGHT),
    ("target", actor("target", "POWER", optional=True), {"target": "power"}, RIGHT),
    ("target", actor("target", "POWER", optional=True), {"target": "tree"}, TOO_MUCH),
    ("target", actor("target", "POWER", optional=True), {"target": None}, NOTHING),
    ("party", actor("side1", "ETHIOPIA"), {"actor1": "Ethiopia", "actor2": "Tigray forces"}, RIGHT),
    ("party", actor("side2", "AMHARA"), {"perpetrator": "Amhara"}, RIGHT),
    ("party", actor("perpetrator", "FMLN"), {"actor1": "FMLN"}, NOTHING),
    ("perpetrator", actor("party", "FMLN"), {"perpetrator": "FMLN"}, NOTHING),
    # nobody is no value, stated or not
    ("killed", {"killed": 4}, {"killed": 4}, RIGHT),
    ("killed", {"killed": 4}, {"killed": 5}, WRONG),
    ("killed", {"killed": 4}, {"killed": None}, MISSED),
    ("killed", {"killed": 0}, {"killed": None}, NOTHING),
    ("killed", {"killed": None}, {"killed": 0}, NOTHING),
    ("killed", {"killed": None}, {"killed": 2}, TOO_MUCH),
    ("killed", {}, {"killed": 2}, NOTHING),
    ("injured", {"wounded": {"best": 4}}, {"injured": 4}, RIGHT),
    ("abducted", {"kidnapped": {"best": 4}}, {"abducted": 4}, RIGHT),
    ("type", {"event_type": "KIDNAPPING"}, {"sub_event_type": "Abduction/forced disappearance"}, RIGHT),
    ("type", {"event_type": "BOMBING"}, {"weapon": "Explosives", "sub_event_type": "Attack"}, RIGHT),
    ("type", {"event_type": "ATTACK"}, {"weapon": "Explosives", "sub_event_type": "Attack"}, WRONG),
    ("type", {"event_type": "ARSON"}, {"weapon": "Incendiary"}, RIGHT),
    ("type", {"event_type": "ROBBERY"}, {"sub_event_type": "Looting/property destruction"}, RIGHT),
    ("type", {"event_type": "ATTACK"}, {"weapon": "Firearms"}, RIGHT),
    ("type", {"event_type_alternatives": ["BOMBING", "ATTACK"]}, {"weapon": "Firearms"}, RIGHT),
    ("type", {"event_type": "Battles"}, {"weapon": "Firearms"}, NOTHING),
    ("event_type", {"event_type": "Battles"}, {"event_type": "Battles"}, RIGHT),
    ("event_type", {"event_type": "Battles"}, {"event_type": "Riots"}, WRONG),
    ("event_type", {"event_type": "BOMBING"}, {"event_type": "Riots"}, NOTHING),
    (
        "sub_event_type",
        {"event_type": "Battles", "sub_event_type": ["Armed clash"]},
        {"sub_event_type": "Armed clash"},
        RIGHT,
    ),
    ("weapon", {"weapon": "Firearms"}, {"weapon": "Firearms"}, RIGHT),
    ("weapon", {"weapon": "Firearms"}, {"weapon": None}, MISSED),
    (
        "actor1_type",
        {"actors": [{"name": "police", "role": "target", "side": "a", "type": "State forces"}]},
        {"actor1_type": "State forces"},
        RIGHT,
    ),
    (
        "actor2_type",
        {"actors": [{"name": "police", "role": "target", "side": "a", "type": "State forces"}]},
        {"actor2_type": "Rebel group"},
        NOTHING,
    ),
]


@pytest.mark.parametrize(("slot", "coded", "row", "expected"), CASES)
def test_a_pair_is_judged(slot: str, coded: dict[str, object], row: dict[str, object], expected: Tally) -> None:
    gold, prediction = incident_from(coded, source={}), Prediction.from_row(row)
    assert SLOTS[slot].judged(gold, prediction) == expected


def test_names_as_the_report_writes_them_count_where_they_are_given() -> None:
    participant = {"actor": "Farabundo Marti Front", "name_as_written": "FMLN", "role": "perpetrator"}
    prediction = Prediction.from_row({"perpetrator": "Farabundo Marti Front", "participants": [participant]})
    gold = incident_from(actor("perpetrator", "FMLN"), source={})
    assert SLOTS["perpetrator"].judged(gold, prediction) == RIGHT


@pytest.mark.parametrize(
    ("status", "scope", "scored"),
    [
        ("happened", "single", True),
        ("attempted", "single", True),
        ("happened", "aggregate", False),
        ("background", "single", False),
        ("denied", "single", False),
        ("planned", "single", False),
    ],
)
def test_only_single_incidents_that_were_tried_are_scored(
    status: str,
    scope: str,
    scored: bool,  # noqa: FBT001 - a table's column
) -> None:
    assert Prediction.from_row({"status": status, "scope": scope}).is_scored is scored


def test_dates_read_back_from_a_file_are_dates() -> None:
    row = {"date_start": "2023-09-24", "date_end": "2023-09-24"}
    assert str(Prediction.from_row(row).when) == "2023-09-24"
