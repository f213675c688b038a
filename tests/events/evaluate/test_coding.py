from datetime import date

import pytest

from events.evaluate.coding import Coded, incident_from, source_of
from schemas.vocabulary import Role, Side
from schemas.when import When


def muc_date(form: str, start: str | None, end: str | None) -> Coded:
    return {"date_alternatives": [{"form": form, "start": start, "end": end}]}


@pytest.mark.parametrize(
    ("coded", "expected"),
    [
        ({"date": "2023-09-24"}, When.on(date(2023, 9, 24))),
        ({"date": "1997-02"}, When.in_month(1997, 2)),
        ({"date": "2016"}, When.in_year(2016)),
        ({"date": "1998/1999"}, When(start=date(1998, 1, 1), end=date(1999, 12, 31))),
        (
            {"date": "2015-10-01", "date_start": "2015-10-01", "date_end": "2015-10-03"},
            When(start=date(2015, 10, 1), end=date(2015, 10, 3)),
        ),
        (muc_date("on_or_before", None, "1990-01-08"), When.until(date(1990, 1, 8))),
        (muc_date("exact", "1990-01-08", "1990-01-08"), When.on(date(1990, 1, 8))),
    ],
)
def test_dates_become_intervals(coded: Coded, expected: When) -> None:
    assert incident_from(coded, source={}).dates == (expected,)


@pytest.mark.parametrize(
    "coded",
    [
        {},
        {"date": None},
        {"date": "11 NOV"},
        muc_date("unparsed", None, None),
        muc_date("exact", "1989-11-31", "1989-11-31"),
        muc_date("between", "1992-08-28", "1989-09-03"),
    ],
)
def test_a_date_that_is_none_is_not_judged(coded: Coded) -> None:
    incident = incident_from(coded, source={})
    assert incident.dates == ()
    assert "date" in incident.unscored


@pytest.mark.parametrize(
    ("value", "number", "judged"),
    [
        ({"best": 4, "low": 4, "high": 4, "status": "exact"}, 4, True),
        ({"best": None, "low": 7, "high": None, "status": "at_least"}, 7, True),
        ({"best": 430, "low": None, "high": None, "status": "approx"}, 430, True),
        ({"best": None, "low": None, "high": None, "status": "source_says_none"}, 0, True),
        ({"best": None, "low": 70003, "high": None, "status": "plural"}, None, False),
        ({"best": None, "low": 3, "high": None, "status": "ambiguous_split"}, None, False),
        ({"best": None, "low": None, "high": None}, None, True),
        ({"best": 0}, 0, True),
        (3, 3, True),
        (None, None, True),
    ],
)
def test_counts_are_judged_where_a_number_is_coded(
    value: object,
    number: int | None,
    judged: bool,  # noqa: FBT001 - a table's column
) -> None:
    incident = incident_from({"killed": value}, source={})
    assert incident.killed == number
    assert ("killed" not in incident.unscored) is judged


def test_a_count_without_a_key_is_not_judged() -> None:
    assert {"killed", "injured", "abducted"} <= incident_from({}, source={}).unscored


def test_the_words_of_other_sources_for_counts_are_read() -> None:
    incident = incident_from({"wounded": {"best": 2}, "kidnapped": {"best": 3}}, source={})
    assert (incident.injured, incident.abducted) == (2, 3)


def test_every_level_below_the_country_is_a_right_place() -> None:
    levels = [{"name": "PERU"}, {"name": "JUNIN"}, {"name": "HUANCAYO"}]
    incident = incident_from({"location_alternatives": [{"levels": levels}]}, source={})
    assert incident.place_names == ("JUNIN", "HUANCAYO")
    assert incident.countries == ("PERU",)


def test_a_place_known_by_its_country_alone_differs_from_one_not_coded() -> None:
    country_alone = {"location_alternatives": [{"levels": [{"name": "PERU"}]}]}
    assert incident_from(country_alone, source={}).place_names == ()
    assert incident_from({"country": "Peru", "place": None}, source={}).place_names is None


def test_several_countries_are_alternatives() -> None:
    incident = incident_from({"country": "Sudan;South Sudan", "iso2": "SD"}, source={})
    assert incident.countries == ("SD", "Sudan", "South Sudan")


def test_types_of_two_codebooks_are_kept_apart() -> None:
    muc = incident_from({"event_type": "BOMBING", "sub_event_type": "ACCOMPLISHED"}, source={})
    acled = incident_from({"event_type": "Battles", "sub_event_type": ["Armed clash"]}, source={})
    assert (muc.kinds, muc.event_types, muc.sub_event_types) == (("bombing",), (), ())
    assert (acled.kinds, acled.event_types, acled.sub_event_types) == ((), ("Battles",), ("Armed clash",))


def test_a_type_in_words_of_nobody_we_know_is_not_judged() -> None:
    incident = incident_from({"event_type": ["religious conflict"], "sub_event_type": "X"}, source={})
    assert {"type", "event_type", "sub_event_type"} <= incident.unscored


def test_weapons_come_in_gtd_words() -> None:
    incident = incident_from({"weapon_types": [["BOMB", "VEHICLE BOMB"], ["TORTURE"]]}, source={})
    assert set(incident.weapons) == {"Explosives"}


def test_actors_are_known_under_all_their_names() -> None:
    entry = {
        "name": "ARNULFO ROMERO",
        "aliases": ["ARNULFO ROMERO", "ROMERO"],
        "description": ["MONSIGNOR"],
        "role": "human_target",
        "type": ["CIVILIAN"],
    }
    (actor,) = incident_from({"actors": [entry]}, source={}).actors
    assert actor.names == ("ARNULFO ROMERO", "ROMERO", "MONSIGNOR")
    assert (actor.role, actor.types) == (Role.TARGET, ())


def test_actor_types_are_alternatives_of_a_side() -> None:
    entry = {"name": "gunmen", "role": "perpetrator", "side": "b", "type": ["Rebel group", "Rioters"]}
    incident = incident_from({"actors": [entry]}, source={})
    assert incident.types_on(Side.B) == {"Rebel group", "Rioters"}
    assert incident.types_on(Side.A) == frozenset()


def test_an_actor_the_coder_did_not_know_is_not_judged() -> None:
    unknown = {"name": "Unknown", "role": "perpetrator"}
    known = {"name": "Taliban", "role": "perpetrator"}
    assert "perpetrator" in incident_from({"actors": [unknown]}, source={}).unscored
    assert "perpetrator" not in incident_from({"actors": [unknown, known]}, source={}).unscored


def test_a_role_without_a_field_of_ours_is_passed_over() -> None:
    assert incident_from({"actors": [{"name": "UN", "role": "mediator"}]}, source={}).actors == ()


def test_sources_are_known_by_their_ids() -> None:
    aid_workers = incident_from({"date": "2001", "killed": 1}, source=source_of("awsd:17"))
    assert aid_workers.counts_subset
    assert {"date", "target"} <= aid_workers.unscored
    assert source_of("anything") == {}
