"""The one-incident summaries keep the promises of examples/README.md."""

import json
import unicodedata
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from schemas.vocabulary import ActorType, EventType, Role, Side, Weapon
from tests.examples.test_examples import SUB_EVENT_TYPES, words

EXAMPLES = Path(__file__).parents[2] / "examples"
SIZE = 75  # of each half
FEWEST_WORDS, MOST_WORDS = 15, 90
FEWEST_COUNTRIES = 30
EVERY_SUB_EVENT_TYPE = {name: event_type for event_type, names in SUB_EVENT_TYPES.items() for name in names}


def read(name: str) -> list[dict[str, Any]]:
    text = (EXAMPLES / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


READ, HELD = read("summaries"), read("summaries-held")
ROWS = READ + HELD
by_id = pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])


def types_of(rows: list[dict[str, Any]]) -> Counter[str]:
    return Counter(words(row["incidents"][0]["sub_event_type"])[0] for row in rows)


def test_both_halves_are_of_one_size_and_no_summary_is_doubled() -> None:
    assert len(READ) == len(HELD) == SIZE
    assert len({row["id"] for row in ROWS}) == len({row["text"] for row in ROWS}) == 2 * SIZE


def test_both_halves_show_every_sub_event_type_as_often() -> None:
    read, held = types_of(READ), types_of(HELD)
    assert set(read) == set(held) == set(EVERY_SUB_EVENT_TYPE)
    assert all(abs(read[name] - held[name]) <= 1 for name in EVERY_SUB_EVENT_TYPE)


def test_the_summaries_come_from_all_over_the_world() -> None:
    assert len({row["incidents"][0]["iso2"] for row in ROWS}) >= FEWEST_COUNTRIES


@by_id
def test_a_summary_is_a_short_paragraph(row: dict[str, Any]) -> None:
    assert FEWEST_WORDS <= len(row["text"].split()) <= MOST_WORDS
    assert row["text"].count("\n") == 1
    assert unicodedata.is_normalized("NFC", row["text"])


@by_id
def test_a_summary_is_coded_as_one_incident_in_the_vocabulary(row: dict[str, Any]) -> None:
    (incident,) = row["incidents"]
    assert row["relevant"]
    finer = words(incident["sub_event_type"])
    assert words(incident["event_type"]) == list(dict.fromkeys(EVERY_SUB_EVENT_TYPE[name] for name in finer))
    assert all(EventType(word) for word in words(incident["event_type"]))
    assert all(Weapon(word) for word in words(incident["weapon"]))
    for actor in incident["actors"]:
        assert Role(actor["role"])
        assert all(ActorType(word) for word in words(actor["type"]))
        assert actor["side"] is None or Side(actor["side"])


@by_id
def test_its_parts_add_up_and_its_days_are_in_order(row: dict[str, Any]) -> None:
    (incident,) = row["incidents"]
    sides = [incident[f"killed_{side}"] for side in ("side_a", "side_b", "civilians", "unknown")]
    best = incident["killed"]["best"]
    assert sides == [None] * 4 if best is None else sum(sides) == best
    days = [incident["date"], incident.get("date_end", incident["date"]), row["published"]]
    told = [date.fromisoformat(day) for day in days if day]
    assert all(first <= second for first, second in pairwise(told))
