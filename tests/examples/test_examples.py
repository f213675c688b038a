"""The examples keep the promises of examples/README.md."""

import csv
import html
import json
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from schemas.vocabulary import ActorType, EventType, Role, Side, Weapon

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORTS = EXAMPLES / "reports"
OUTLETS = {"Example Wire", "Example Daily", "Example Monitor", "Example Radio"}
FEWEST_REPORTS = 26
FEWEST_COUNTRIES = 12
FEWEST_WITHOUT_INCIDENT = 7
QUIET_REPORTS = 117
HELD_REPORTS = 64

# ACLED's codebook: which finer type belongs to which event type.
SUB_EVENT_TYPES = {
    EventType.BATTLES: {
        "Government regains territory",
        "Non-state actor overtakes territory",
        "Armed clash",
    },
    EventType.PROTESTS: {
        "Excessive force against protesters",
        "Protest with intervention",
        "Peaceful protest",
    },
    EventType.RIOTS: {"Violent demonstration", "Mob violence"},
    EventType.EXPLOSIONS: {
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    },
    EventType.VIOLENCE_AGAINST_CIVILIANS: {
        "Sexual violence",
        "Attack",
        "Abduction/forced disappearance",
    },
    EventType.STRATEGIC_DEVELOPMENTS: {
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    },
}
EVERY_SUB_EVENT_TYPE = frozenset().union(*SUB_EVENT_TYPES.values())
KINDS_SHOWN = {
    "Armed clash",
    "Suicide bomb",
    "Air/drone strike",
    "Abduction/forced disappearance",
    "Mob violence",
    "Excessive force against protesters",
    "Peaceful protest",
    "Protest with intervention",
    "Remote explosive/landmine/IED",
    "Shelling/artillery/missile attack",
    "Grenade",
    "Looting/property destruction",
    "Arrests",
    "Agreement",
    "Attack",
    "Disrupted weapons use",
}


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def table() -> list[dict[str, str]]:
    with (REPORTS / "desk.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def words(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


CODED = lines(EXAMPLES / "coded.jsonl")
QUIET = lines(EXAMPLES / "quiet.jsonl")
HELD = lines(EXAMPLES / "quiet-held.jsonl")
INCIDENTS = [(row["id"], incident) for row in CODED for incident in row["incidents"]]


def reports_by_id() -> Iterator[tuple[str, str]]:
    """Give every report's id and the text that its file holds."""
    for path in REPORTS.rglob("*"):
        if path.suffix in {".txt", ".html"}:
            yield path.stem, path.read_text(encoding="utf-8")
    yield from ((row["id"], row["text"]) for row in lines(REPORTS / "wire.jsonl"))
    yield from ((row["id"], row["text"]) for row in table())


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return dict(reports_by_id())


def test_every_report_is_coded_once() -> None:
    assert Counter(name for name, _ in reports_by_id()) == Counter(row["id"] for row in CODED)
    assert len(CODED) >= FEWEST_REPORTS


def test_every_format_is_there() -> None:
    suffixes = Counter(path.suffix for path in REPORTS.rglob("*") if path.is_file())
    assert set(suffixes) == {".txt", ".html", ".jsonl", ".csv"}
    assert suffixes[".txt"] > 10
    assert suffixes[".html"] >= 4
    assert len(lines(REPORTS / "wire.jsonl")) > 5
    assert len(table()) > 5


def test_the_table_has_commas_quotes_and_line_breaks_inside_its_cells() -> None:
    cells = [row["text"] for row in table()]
    assert all("\n" in cell and "," in cell for cell in cells)
    assert any('"' in cell for cell in cells)


@pytest.mark.parametrize("row", CODED, ids=lambda row: row["id"])
def test_a_coded_row_names_its_report_and_quotes_it(row: dict[str, Any], texts: dict[str, str]) -> None:
    path = EXAMPLES / row["report"]
    assert path.is_file()
    held = texts[row["id"]]
    if path.suffix == ".html":
        marked_up = html.unescape(held)
        assert all(paragraph in marked_up for paragraph in row["text"].split("\n\n"))
    else:
        assert row["text"] == held
    assert date.fromisoformat(row["published"])
    assert unicodedata.is_normalized("NFC", row["text"])


@pytest.mark.parametrize("row", [*lines(REPORTS / "wire.jsonl"), *table()], ids=lambda row: row["id"])
def test_a_record_has_its_metadata_and_an_outlet_that_does_not_exist(row: dict[str, str]) -> None:
    assert set(row) == {"id", "text", "published", "title", "publisher", "url", "language"}
    assert row["publisher"] in OUTLETS
    assert date.fromisoformat(row["published"])
    assert {coded["id"]: coded["published"] for coded in CODED}[row["id"]] == row["published"]


@pytest.mark.parametrize(("name", "incident"), INCIDENTS)
def test_coded_words_are_in_the_vocabulary(name: str, incident: dict[str, Any]) -> None:
    event_types = words(incident["event_type"])
    finer = words(incident["sub_event_type"])
    assert event_types, name
    assert set(finer) <= frozenset().union(*(SUB_EVENT_TYPES[EventType(word)] for word in event_types))
    assert all(Weapon(word) for word in words(incident["weapon"]))
    for actor in incident["actors"]:
        assert Role(actor["role"])
        assert all(ActorType(word) for word in words(actor["type"]))
        assert actor["side"] is None or Side(actor["side"])


@pytest.mark.parametrize(("name", "incident"), INCIDENTS)
def test_parts_add_up_and_bounds_are_ordered(name: str, incident: dict[str, Any]) -> None:
    sides = [incident[f"killed_{side}"] for side in ("side_a", "side_b", "civilians", "unknown")]
    best = incident["killed"]["best"]
    assert sides == [None] * 4 if best is None else sum(sides) == best, name
    for kind in ("killed", "wounded", "kidnapped"):
        low, middle, high = (incident[kind][bound] for bound in ("low", "best", "high"))
        assert middle is None or low <= middle <= high, name


@pytest.mark.parametrize(("name", "incident"), INCIDENTS)
def test_an_incident_has_a_country_and_a_day_not_after_its_report(
    name: str, incident: dict[str, Any]
) -> None:
    published = {row["id"]: row["published"] for row in CODED}[name]
    assert date.fromisoformat(incident["date"]) <= date.fromisoformat(published)
    assert len(incident["iso2"]) == 2
    assert (incident["lat"] is None) == (incident["lon"] is None)
    if incident["lat"] is not None:
        assert -90 <= incident["lat"] <= 90
        assert -180 <= incident["lon"] <= 180


def test_every_kind_and_a_dozen_countries_are_shown() -> None:
    shown = {word for _, incident in INCIDENTS for word in words(incident["sub_event_type"])}
    assert shown <= EVERY_SUB_EVENT_TYPE
    assert shown >= KINDS_SHOWN
    assert len({incident["iso2"] for _, incident in INCIDENTS}) >= FEWEST_COUNTRIES


def test_four_reports_tell_banjska_with_the_tolls_of_their_day() -> None:
    told = sorted(
        (row["published"], incident["killed"]["best"], row["report"])
        for row in CODED
        for incident in row["incidents"]
        if incident["place"] == "Banjska"
    )
    assert [(published, killed) for published, killed, _ in told] == [
        ("2023-09-24", 1),
        ("2023-09-24", 4),
        ("2023-09-25", 4),
        ("2023-09-26", 5),
    ]
    assert len({path for _, _, path in told}) == 4


def test_some_reports_tell_nothing_and_say_why() -> None:
    silent = [row for row in CODED if not row["relevant"]]
    assert len(silent) >= FEWEST_WITHOUT_INCIDENT
    assert all(not row["incidents"] and row["not_relevant_reason"] for row in silent)


def test_one_report_is_in_another_language_and_one_in_capitals() -> None:
    assert [row["language"] for row in CODED if row["language"] != "en"] == ["es"]
    assert [row["id"] for row in CODED if row["text"].isupper()] == ["sukma-convoy"]


def test_quiet_news_tells_no_incident_and_no_item_is_doubled() -> None:
    assert (len(QUIET), len(HELD)) == (QUIET_REPORTS, HELD_REPORTS)
    every = [*QUIET, *HELD]
    assert len({row["id"] for row in every}) == len({row["text"] for row in every}) == len(every)
    assert all(row["incidents"] == [] and date.fromisoformat(row["published"]) for row in every)
    assert all(row["not_relevant_reason"] and unicodedata.is_normalized("NFC", row["text"]) for row in every)
