"""Persons harmed: the same full name speaks for two tellings, and where no day does, stock notes do not."""

from collections.abc import Mapping
from typing import Any

import duckdb
import pytest

from events.link.partition import partition
from events.link.tellings import make_tellings
from events.link.weights import LinkingWeights

SHOT: Mapping[str, Any] = {
    "founds": True,
    "recalls": False,
    "scope": "single",
    "country_code": "CO",
    "latitude": 4.61,
    "longitude": -74.08,
    "radius_km": 20.0,
    "place_precision": "settlement",
    "event_type": "Violence against civilians",
    "sub_event_type": "Attack",
    "killed": 1,
}
ON_FRIDAY = {"date_start": "1989-08-18", "date_end": "1989-08-18"}
RECENTLY = {"date_end": "1989-08-21", "published": "1989-08-21"}
FIRST = {
    "persons": ["senator Luis Carlos Galan"],
    "text": "Gunmen opened fire on the platform as the candidate greeted the crowd.",
}

SAME = [
    ("longer", ["Dr Luis Carlos Galan Sarmiento"]),
    ("without the second name", ["Luis Galan"]),
    ("with accents", ["Luis Carlos Galán"]),
    ("with a by-name in quotes", ["Luis 'Lucho' Galan"]),
    ("beside another", ["Santiago Cuervo", "Luis Carlos Galan"]),
]
OTHER = [
    ("another name", ["judge Carlos Valencia Garcia"]),
    ("one word alone", ["Galan"]),
    ("no name", ["a senator"]),
    ("nobody", []),
]


def clusters(*tellings: Mapping[str, Any]) -> int:
    """Count the incidents that they tell."""
    with duckdb.connect() as connection:
        make_tellings(connection)
        for number, telling in enumerate(tellings):
            row = {"id": f"m-{number}", "group_id": f"r-{number}", **SHOT, **telling}
            marks = ", ".join("?" for _ in row)
            connection.execute(f"insert into tellings ({', '.join(row)}) values ({marks})", list(row.values()))
        partition(connection, LinkingWeights.load())
        return len(connection.sql("select distinct cluster from clusters").fetchall())


def later(persons: list[str], **facts: object) -> Mapping[str, Any]:
    return {"persons": persons, "text": "Parliament honoured its murdered member with a minute of silence.", **facts}


@pytest.mark.parametrize("persons", [persons for _, persons in SAME], ids=[name for name, _ in SAME])
@pytest.mark.parametrize("when", [ON_FRIDAY, RECENTLY], ids=["the day", "lately"])
def test_a_person_harmed_in_both_makes_one_of_two(persons: list[str], when: Mapping[str, Any]) -> None:
    assert clusters({**FIRST, **ON_FRIDAY}, later(persons, **when)) == 1


@pytest.mark.parametrize("persons", [persons for _, persons in OTHER], ids=[name for name, _ in OTHER])
def test_without_one_they_are_two(persons: list[str]) -> None:
    assert clusters({**FIRST, **ON_FRIDAY}, later(persons, **RECENTLY)) == 2


def test_reports_without_any_day_meet_by_the_person() -> None:
    one, other = (
        "The candidate Luis Carlos Galan was shot on a platform in Soacha.",
        "Luis Carlos Galan was shot while he spoke.",
    )
    assert clusters({**FIRST, "text": one}, {**FIRST, "text": other}) == 1
    assert clusters({**FIRST, "text": one, "persons": []}, {**FIRST, "text": other}) == 2


def test_a_title_and_a_surname_are_no_full_name() -> None:
    one, other = {**FIRST, "persons": ["Col Quintero"]}, later(["Col Quintero"], **RECENTLY)
    assert clusters({**one, **ON_FRIDAY}, other) == 2


STOCK = [
    (
        "1 INGO national staff shot and killed in Bogota, May 3.",
        "1 INGO national staff shot and killed by armed man in Bogota over a dispute.",
    ),
    (
        "1 UN national staff shot and killed in Bogota Feb 14.",
        "1 UN staff shot and killed by unknown assailant while in their car in Bogota.",
    ),
]


@pytest.mark.parametrize(("one", "other"), STOCK)
def test_stock_notes_without_a_day_are_not_one_for_their_stock_words(one: str, other: str) -> None:
    assert clusters({"text": one, "radius_km": 5.0}, {"text": other, "radius_km": 5.0}) == 2


def test_full_sentences_without_a_day_are_one_for_all_that_they_have_in_common() -> None:
    told = "Twelve masked men with axes robbed the Aurora theatre, beat its porter Mateo and set fire to its curtains"
    assert clusters({"text": told}, {"text": f"{told}, police recalled."}) == 1
