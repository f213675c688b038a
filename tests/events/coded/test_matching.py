"""Coded events are matched with incidents and with each other, one to one between two lists, with reasons."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.build import build
from events.coded.importing import import_list
from events.coded.matching import pair_off
from events.renew.renew import Stage, renew
from outputs.store.connect import open_for_reading
from schemas.report import Report
from tests.events.coded.lists import LISTS, NOW

HEADER = (
    "event_id_cnty,event_date,time_precision,country,location,latitude,longitude,geo_precision,event_type,"
    "sub_event_type,fatalities,notes\n"
)
CLASH = "2023-09-24,1,Kosovo,Banjska,42.9689,20.7825,1,Battles,Armed clash,4,Gunmen fought police near Banjska."
AFTERWARDS = (
    "2023-09-25,1,Kosovo,Banjska,42.9689,20.7825,1,Battles,Armed clash,0,Police fought the last gunmen near Banjska."
)


def rows(dataset: Path, sql: str) -> list[tuple[Any, ...]]:
    with open_for_reading(dataset) as connection:
        return connection.sql(sql).fetchall()


def take(path: Path, into: Path, *, layout: str = "acled", source: str | None = None) -> None:
    import_list(path, layout=layout, source=source or f"Example {layout}", into=into, now=lambda: NOW)


@pytest.fixture
def three(dataset: Path) -> Path:
    """Give the dataset with one list in each layout."""
    for layout in ("acled", "ucdp-ged", "gtd"):
        take(LISTS / f"{layout}.csv", dataset, layout=layout)
    return dataset


def test_the_clash_of_banjska_is_one_in_every_list(three: Path) -> None:
    found = rows(
        three,
        "select source, original_id, reason from matches join coded_events using (event_id) "
        "where id in (select incident_id from incidents) order by source",
    )
    assert [(source, original_id) for source, original_id, _ in found] == [
        ("Example acled", "KOS101"),
        ("Example gtd", "202309240001"),
        ("Example ucdp-ged", "501001"),
    ]
    assert all("same day" in reason and "4 killed in both" in reason for *_, reason in found)


def test_events_of_two_lists_are_matched_with_each_other(three: Path) -> None:
    found = rows(
        three,
        "select least(one.original_id, other.original_id), greatest(one.original_id, other.original_id) from matches "
        "join coded_events as one on one.event_id = matches.id "
        "join coded_events as other on other.event_id = matches.event_id order by all",
    )
    assert {("202309240001", "KOS101"), ("501001", "KOS101"), ("202309240001", "501001")} <= set(found)
    assert {("501002", "KEN102"), ("201504020001", "KEN102"), ("201504020001", "501002")} <= set(found)
    assert ("501006", "MYA106") in found  # a week and a day in it


def test_a_list_never_matches_itself(dataset: Path, written: Callable[[str, str], Path]) -> None:
    take(written("list.csv", f"{HEADER}A1,{CLASH}\nA2,{CLASH}\n"), dataset)
    assert rows(dataset, "select count(*) from matches where id like 'e-%'") == [(0,)]
    assert rows(dataset, "select count(*) from matches") == [(1,)]


def test_of_an_incident_that_a_list_splits_the_best_row_is_its_match(
    dataset: Path, written: Callable[[str, str], Path]
) -> None:
    take(written("list.csv", f"{HEADER}A1,{AFTERWARDS}\nA2,{CLASH}\n"), dataset)
    assert rows(dataset, "select original_id from matches join coded_events using (event_id)") == [("A2",)]


def test_two_copies_of_a_list_are_both_matched(dataset: Path, written: Callable[[str, str], Path]) -> None:
    for name in ("Example One", "Example Two"):
        take(written("list.csv", f"{HEADER}A1,{CLASH}\n"), dataset, source=name)
    assert len(rows(dataset, "from matches where id like 'i-%'")) == 2
    assert len(rows(dataset, "from matches where id like 'e-%'")) == 1


def test_a_changed_row_changes_its_match_and_keeps_what_stood(
    dataset: Path, written: Callable[[str, str], Path]
) -> None:
    take(written("list.csv", f"{HEADER}A1,{CLASH}\n"), dataset)
    before = rows(dataset, "select id, event_id, reason from matches")
    moved = CLASH.replace("2023-09-24", "2019-09-24")
    take(written("list.csv", f"{HEADER}A1,{moved}\n"), dataset)
    assert rows(dataset, "from matches") == []
    assert rows(dataset, "select id, event_id, reason from past_matches") == before


def test_an_order_of_imports_does_not_matter(dataset: Path, three: Path, tmp_path: Path, founded: Path) -> None:
    assert dataset == three
    other = tmp_path / "other.duckdb"
    other.write_bytes(founded.read_bytes())
    for layout in ("gtd", "ucdp-ged", "acled"):
        take(LISTS / f"{layout}.csv", other, layout=layout)
    told = "select id, event_id, score, reason from matches order by all"
    assert rows(three, told) == rows(other, told)


def test_a_build_matches_what_is_new(three: Path) -> None:
    text = (
        "GARISSA, Kenya, April 2 - Al-Shabaab gunmen stormed a university college in Garissa on Thursday and shot dead "
        "148 students, officials said."
    )
    report = Report.identified(
        text=text,
        media_type="text/plain",
        raw_sha256="0" * 64,
        publisher="Example Radio",
        published=NOW.date().replace(year=2015, month=4, day=3),
    )
    build([report], into=three, chosen={}, now=lambda: NOW)
    found = rows(
        three,
        "select original_id from matches join coded_events using (event_id) "
        "join incidents on incident_id = matches.id where incidents.country_code = 'KE' order by all",
    )
    assert found == [("201504020001",), ("501002",), ("KEN102",)]


def test_events_far_from_every_report_are_not_compared_and_those_across_a_border_are(
    dataset: Path, written: Callable[[str, str], Path]
) -> None:
    """A list may count Banjska to Serbia."""
    serbian = CLASH.replace("Kosovo", "Serbia", 1)
    elsewhere = CLASH.replace("Kosovo,Banjska,42.9689,20.7825", "Mali,Gao,16.27,-0.04")
    take(written("list.csv", f"{HEADER}A1,{serbian}\nA2,{elsewhere}\n"), dataset)
    assert rows(dataset, "select original_id from matches join coded_events using (event_id)") == [("A1",)]


PAIRS = st.dictionaries(
    st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz"), st.sampled_from(["one", "two"])),
    st.sampled_from([4.0, 5.0, 6.0]),
    max_size=16,
)


def paired_off(given_pairs: list[tuple[tuple[str, str, str], float]]) -> set[tuple[str, str, str]]:
    with duckdb.connect() as connection:
        connection.execute(
            "create temp table pairs (id varchar, event_id varchar, first_list varchar, second_list varchar, "
            "score double, reason varchar)"
        )
        for (one, other, name), score in given_pairs:
            connection.execute("insert into pairs values (?, ?, 'incidents', ?, ?, '')", [one, other, name, score])
        pair_off(connection)
        return set(connection.sql("select id, event_id, second_list from matched").fetchall())


@settings(deadline=None, max_examples=30)  # the time is the database's
@given(pairs=PAIRS)
def test_each_has_one_match_in_a_list_and_none_is_left_that_two_free_ones_could_have(
    pairs: dict[tuple[str, str, str], float],
) -> None:
    matched = paired_off(list(pairs.items()))
    ones, others = ({(pair[end], pair[2]) for pair in matched} for end in (0, 1))
    assert len(ones) == len(others) == len(matched)
    assert matched <= set(pairs)
    for one, other, name in set(pairs) - matched:
        assert (one, name) in ones or (other, name) in others
        better = [pairs[pair] for pair in matched if pair[2] == name and (pair[0] == one or pair[1] == other)]
        assert max(better) >= pairs[one, other, name]
    assert paired_off(list(reversed(pairs.items()))) == matched


def test_renewed_links_renew_the_matches_though_only_weights_differ(three: Path, tmp_path: Path) -> None:
    told = "select id, event_id, score, reason from matches where id like 'e-%' order by all"
    before = rows(three, told)
    assert before
    strict = tmp_path / "codebook"
    strict.mkdir()
    (strict / "linking.toml").write_text("[limits]\nlink = 100.0\n", encoding="utf-8")
    renew(three, [Stage.LINK], chosen={}, now=lambda: NOW, codebook=strict)
    assert rows(three, "from matches") == []
    assert rows(three, told.replace("matches", "past_matches")) == before
    renew(three, [Stage.LINK], chosen={}, now=lambda: NOW)
    assert rows(three, told) == before
