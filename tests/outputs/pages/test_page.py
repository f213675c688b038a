"""Pages hold what the dataset holds, for people and for programs."""

import json
import unicodedata

import pytest
from duckdb import DuckDBPyConnection
from rich.cells import cell_len

from outputs.pages.page import WIDEST_PAGE, Paper, page

EVERYTHING = ["incident", "early", "late", "early report", "quiet report", "claim", "inferred"]


def shown(told: DuckDBPyConnection, written: str, *, window: int = 140, whole: bool = False) -> str:
    return page(told, written, Paper(window=window, whole=whole))


def described(told: DuckDBPyConnection, written: str, *, whole: bool = False) -> dict[str, object]:
    written_page = page(told, written, Paper(window=80, whole=whole, as_object=True))
    assert "\x1b" not in written_page
    assert "\u202e" not in written_page
    answer = json.loads(written_page)
    assert isinstance(answer, dict)
    return answer


def test_an_incident_is_told_in_a_line(told: DuckDBPyConnection, ids: dict[str, str]) -> None:
    lines = shown(told, ids["incident"]).splitlines()
    assert lines[0] == "Armed clash · Banjskë, Kosovo · 2023-09-24 · 5 killed"
    assert lines[1] == f"{ids['incident']} · incident · 2 reports of 2 publishers · unreviewed"


LINES = [
    "date_start 2023-09-24 [2] “Sunday” (by-hand)",
    "killed 5 [2] 2 “Two officers” + 3 “three gunmen” (sum-of-parts)",
    "killed_low 1 [1] “A policeman was killed” (by-hand, attributed to “the ministry”)",
    "killed_high 5 as killed",
    "weapon Firearms no claim",
    "also told [1] killed 9 “nine were killed” (denied, says “Police”)",
    "What taken from [2] Example Daily, 2023-09-25, by the rule latest",
    "considered 0.90 Banjskë affray:banjska: the country that the report names",
    "side b, perpetrator armed men Identity militia, 30",
    "no claim of 30",
    "killed 5 (1–5) 2 (1–2) 3 (0–3)",
    "[1] Example Wire, 2023-09-24 1 1",
    "[2] Example Daily, 2023-09-25 5 2 3",
]


@pytest.mark.parametrize("line", LINES)
def test_an_incidents_page_says_why(told: DuckDBPyConnection, ids: dict[str, str], line: str) -> None:
    assert line in [" ".join(shown_line.split()) for shown_line in shown(told, ids["incident"]).splitlines()]


def test_evidence_is_marked_in_place(told: DuckDBPyConnection, ids: dict[str, str]) -> None:
    words = " ".join(shown(told, ids["incident"]).split())
    assert "[killed 1: [also victim policeman: A policeman] was [event Armed clash: killed]][… event" in words
    assert "[killed 2: Two officers] and [killed 3: three gunmen] were [event Armed clash: killed] near" in words
    assert "[also killed 9, denied: nine were killed]" in words
    assert "[perpetrator: Armed men] attacked [target Kosovo police: the officers]." in words
    assert "weather" not in words


def test_whole_reports_are_shown_when_asked_for(told: DuckDBPyConnection, ids: dict[str, str]) -> None:
    assert "weather" in shown(told, ids["incident"], whole=True)


@pytest.mark.parametrize("name", EVERYTHING)
@pytest.mark.parametrize("window", [40, 80, 140])
def test_a_page_fits_the_window_and_steers_nothing(
    told: DuckDBPyConnection, ids: dict[str, str], name: str, window: int
) -> None:
    drawn = shown(told, ids[name], window=window, whole=True)
    assert max(map(cell_len, drawn.splitlines())) <= window
    assert not [sign for sign in drawn if sign != "\n" and unicodedata.category(sign) == "Cc"]
    assert "\u202e" not in drawn


def test_no_page_is_wider_than_can_be_read(told: DuckDBPyConnection, ids: dict[str, str]) -> None:
    assert shown(told, ids["incident"], window=1000) == shown(told, ids["incident"], window=WIDEST_PAGE)


def test_a_report_cannot_forge_a_mark(told: DuckDBPyConnection, ids: dict[str, str]) -> None:
    assert r"First word\u202c \[killed 99: forged\]" in shown(told, ids["early report"])


def test_a_mention_is_shown_with_its_incident(told: DuckDBPyConnection, ids: dict[str, str]) -> None:
    lines = shown(told, ids["early"]).splitlines()
    assert lines[0].endswith("1 killed")
    assert lines[1] == f"{ids['early']} · mention · happened · tells of {ids['incident']}"
    assert "taken from" not in shown(told, ids["early"])


def test_a_report_is_shown_whole_with_its_mentions(told: DuckDBPyConnection, ids: dict[str, str]) -> None:
    drawn = shown(told, ids["early report"])
    assert drawn.startswith("Example Wire tells\n")
    assert ids["early"] in drawn
    assert "weather" in drawn


def test_a_report_without_an_incident_says_so(told: DuckDBPyConnection, ids: dict[str, str]) -> None:
    assert "It tells no incident." in shown(told, ids["quiet report"])
    assert "A football club attacked well on Sunday." in shown(told, ids["quiet report"])


def test_a_claim_says_what_takes_its_value(told: DuckDBPyConnection, ids: dict[str, str]) -> None:
    drawn = shown(told, ids["claim"])
    assert drawn.startswith("killed 1\n")
    assert f"{ids['early']} takes from it: killed, killed_low, killed_high, killed_side_a" in drawn
    assert f"{ids['incident']} takes from it: killed_low" in drawn
    assert "[killed 1: A policeman was killed]" in drawn


def test_an_inferred_claim_marks_what_it_follows_from(told: DuckDBPyConnection, ids: dict[str, str]) -> None:
    drawn = shown(told, ids["inferred"])
    assert drawn.startswith("killed 5\n")
    assert "[killed 2: Two officers] and [killed 3: three gunmen]" in drawn


@pytest.mark.parametrize("name", EVERYTHING)
def test_every_page_is_an_object_too(told: DuckDBPyConnection, ids: dict[str, str], name: str) -> None:
    assert described(told, ids[name])["id"] == ids[name]


def test_an_object_proves_every_value(told: DuckDBPyConnection, ids: dict[str, str]) -> None:
    answer = described(told, ids["incident"])
    values = {value["column"]: value for value in answer["values"]}  # type: ignore[attr-defined]
    assert values["killed_low"]["value"] == 1
    assert values["killed_low"]["proofs"][0]["quote"] == "A policeman was killed"
    assert values["killed_low"]["proofs"][0]["speaker"] == "the ministry"
    assert values["killed_low"]["proofs"][0]["published"] == "2023-09-24"
    assert values["weapon"]["standing"] == "no claim"
    assert values["event_type"]["standing"] == "by rule"
    assert values["killed"]["taken_from"]["rule"] == "latest"


def test_the_marks_of_an_object_count_the_reports_characters(told: DuckDBPyConnection, ids: dict[str, str]) -> None:
    (report,) = described(told, ids["early"], whole=True)["reports"]  # type: ignore[misc, attr-defined]
    (passage,) = report["passages"]
    words = {passage["text"][mark["start"] : mark["end"]] for mark in report["marks"]}
    assert {"A policeman was killed", "Banjska", "nine were killed"} <= words
