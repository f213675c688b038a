"""Renewed places are those of a dataset built anew; nothing else changes, and nothing before it is asked for."""

import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from events.places.build import build_gazetteer
from tests.events.commandline import Affray, Rows, Tables
from tests.events.renew.conftest import Built, row

Wire = Callable[[int], list[dict[str, str]]]
Write = Callable[..., Path]

# What a dataset says, without the ids of its incidents and the runs that wrote it.
VALUES = [
    "select * exclude incident_id from incidents order by all",
    "select * exclude incident_id from mentions order by all",
    "select * exclude incident_id from casualties order by all",
    "select * exclude incident_id from participants order by all",
    "select list(mention_id order by mention_id) from memberships group by incident_id order by all",
    "select * exclude run_id from places order by all",
    "select * exclude run_id from place_candidates order by all",
    "select * exclude run_id from place_references order by all",
    "select * exclude run_id from claims order by all",
]
PLACED = "select external_id, place, latitude, country_code, admin1 from mentions order by all"
PATIENCE = 60  # seconds


def test_a_dataset_renewed_says_what_one_built_with_the_new_gazetteer_says(
    *, affray: Affray, built: Built, old: Path, new: Path, wire: Wire, jsonl: Write, rows: Rows
) -> None:
    source = jsonl(*wire(150))
    renewed, fresh = built(source, old, name="renewed"), built(source, new, name="fresh")
    assert rows(renewed, VALUES[0]) != rows(fresh, VALUES[0])
    ended = affray("renew", renewed, "--places", "--gazetteer", new)
    assert ended.status == 0, ended.err
    for sql in VALUES:
        assert rows(renewed, sql) == rows(fresh, sql), sql
    assert affray("check", renewed).status == 0
    assert rows(renewed, "select renewed, reports, mentions from runs where renewed is not null") == [("places", 0, 0)]


def test_what_is_renewed_back_says_what_it_said(
    *, affray: Affray, built: Built, old: Path, new: Path, wire: Wire, jsonl: Write, rows: Rows
) -> None:
    dataset = built(jsonl(*wire(100)), old)
    before = [rows(dataset, sql) for sql in VALUES]
    for gazetteer in (new, old):
        assert affray("renew", dataset, "--places", "--gazetteer", gazetteer, "--quiet") == (0, "", "")
    assert [rows(dataset, sql) for sql in VALUES] == before


TOLD = [
    {"id": "1", "publisher": "Example Wire", "text": "4 killed in Hama.", "published": "2021-03-01"},
    {"id": "2", "publisher": "Example Wire", "text": "3 killed in Garissa.", "published": "2021-03-01"},
    {"id": "3", "publisher": "Example Wire", "text": "2 killed in Sialkot.", "published": "2021-03-01"},
    {"id": "4", "publisher": "Example Daily", "text": "3 killed in Mosul.", "published": "2021-03-02"},
]
BEFORE = [
    ("1", "Hama", 35.13, "SY", None),
    ("2", "Garissa", 33.0, "IQ", None),
    ("3", None, None, None, None),
    ("4", "Mosul", 36.33, "IQ", None),
]
AFTER = [
    ("1", "Hama", 35.14, "SY", "Hama Governorate"),
    ("2", "Garissa", -0.46, "KE", None),
    ("3", "Sialkot", 32.5, "IQ", None),
    ("4", "Mosul", 36.33, "IQ", None),
]


def test_incidents_keep_their_ids_and_the_summary_says_how_many_moved(
    *, affray: Affray, built: Built, old: Path, new: Path, jsonl: Write, rows: Rows
) -> None:
    dataset = built(jsonl(*TOLD), old)
    assert rows(dataset, PLACED) == BEFORE
    ids = rows(dataset, "select incident_id, mention_id from memberships order by all")
    ended = affray("renew", dataset, "--places", "--gazetteer", new)
    assert ended.lines == ["4 mentions placed anew, 3 of them otherwise than before", "0 incidents new, 3 changed"]
    assert rows(dataset, PLACED) == AFTER
    assert rows(dataset, "select incident_id, mention_id from memberships order by all") == ids
    assert rows(dataset, "select count(*) from incidents where place = 'Sialkot'") == [(1,)]


def test_another_gazetteer_changes_nothing_until_places_are_renewed(
    *, affray: Affray, built: Built, old: Path, new: Path, plain: tuple[str, str], jsonl: Write, rows: Rows
) -> None:
    dataset = built(jsonl(*TOLD[:3]), old)
    before = rows(dataset, "from places order by all"), rows(dataset, "from incidents order by all")
    more = jsonl(*TOLD, {**TOLD[0], "id": "5", "publisher": "Example Daily", "published": "2021-04-01"})
    ended = affray("build", more, "--into", dataset, "--gazetteer", new, *plain, "--workers", 1)
    told = (
        "Reports of earlier runs stay where another gazetteer placed them. "
        f"To place all with this one: affray renew {dataset} --places"
    )
    assert ended.status == 0
    assert told in ended.lines
    assert [row for row in rows(dataset, PLACED) if row[0] != "5"] == BEFORE
    assert set(before[0]) < set(rows(dataset, "from places"))
    after = rows(dataset, "from incidents")
    assert [row for row in before[1] if row not in after] == []
    assert rows(dataset, "select latitude, admin1 from mentions where external_id = '5'") == [
        (35.14, "Hama Governorate")
    ]
    assert told in affray("build", more, "--into", dataset, "--gazetteer", new, *plain).lines
    assert affray("renew", dataset, "--places", "--gazetteer", new).status == 0
    assert [row for row in rows(dataset, PLACED) if row[0] != "5"] == AFTER
    assert told not in affray("build", more, "--into", dataset, "--gazetteer", new, *plain).lines


def test_a_place_that_a_person_has_corrected_stays(
    *, affray: Affray, built: Built, old: Path, new: Path, jsonl: Write, rows: Rows
) -> None:
    again = {**TOLD[0], "id": "again", "publisher": "Example Daily", "published": "2021-03-01"}
    dataset = built(jsonl(*TOLD, again), old)
    ((incident_id,),) = rows(dataset, "select incident_id from mentions where external_id = '1'")
    words = ("place=35.2,36.8,9", "country=SY", "--why", "The stringer's own reading")
    assert affray("correct", dataset, incident_id, *words, "--gazetteer", old).status == 0
    ended = affray("renew", dataset, "--places", "--gazetteer", new)
    assert ended.lines[0] == "5 mentions placed anew, 4 of them otherwise than before"
    where = "select latitude, place_precision, radius_km, admin1"
    # the reports say what they say; what the incident is, a person has said
    assert (
        rows(dataset, f"{where} from mentions where external_id in ('1', 'again')")
        == [(35.14, "settlement", 3.0, "Hama Governorate")] * 2
    )
    assert rows(dataset, f"{where} from incidents where incident_id = '{incident_id}'") == [(35.2, "near", 9.0, None)]
    assert affray("check", dataset).status == 0


@pytest.mark.parametrize("told", [TOLD, [{"text": "The council met."}]])
def test_where_there_is_nothing_to_renew_one_line_says_so(
    told: list[dict[str, str]], *, affray: Affray, built: Built, old: Path, jsonl: Write, tables: Tables
) -> None:
    dataset = built(jsonl(*told), old)
    before = tables(dataset)
    ended = affray("renew", dataset, "--places", "--gazetteer", old)
    assert ended.status == 0
    (line,) = ended.lines
    assert line.startswith("Nothing to renew: ")
    assert tables(dataset) == before


def test_a_gazetteer_that_places_all_alike_is_known_from_then_on(
    *, affray: Affray, built: Built, old: Path, new: Path, plain: tuple[str, str], jsonl: Write, rows: Rows
) -> None:
    source = jsonl(TOLD[3])
    dataset = built(source, old)
    before = rows(dataset, VALUES[0])
    assert affray("renew", dataset, "--places", "--gazetteer", new).lines == [
        "1 mention placed anew, 0 of them otherwise than before",
        "0 incidents new, 0 changed",
    ]
    assert rows(dataset, VALUES[0]) == before
    ended = affray("build", source, "--into", dataset, "--gazetteer", new, *plain)
    assert not [line for line in ended.lines if "another gazetteer" in line]


WRONG = [
    (("missing.duckdb", "--places"), 2, "There is no missing.duckdb"),
    (("dataset.duckdb",), 2, "Say what to renew: --extract, --places or --link."),
    (("dataset.duckdb", "--places", "--gazetteer", "missing.duckdb"), 1, "There is no gazetteer missing.duckdb"),
    (("dataset.duckdb", "--places", "--gazetteer", "reports.jsonl"), 1, "reports.jsonl is no gazetteer"),
    (("reports.jsonl", "--places"), 1, "reports.jsonl cannot be opened"),
]


@pytest.mark.parametrize(("words", "status", "said"), WRONG)
def test_what_cannot_be_renewed_is_said_in_one_line(
    words: tuple[str, ...],
    status: int,
    said: str,
    *,
    affray: Affray,
    built: Built,
    old: Path,
    jsonl: Write,
    tables: Tables,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dataset = built(jsonl(*TOLD), old)
    before = tables(dataset)
    monkeypatch.chdir(tmp_path)
    ended = affray("renew", *words)
    assert ended.status == status
    (line,) = ended.lines
    assert said in line
    assert not (tmp_path / "missing.duckdb").exists()
    assert tables(dataset) == before


# Renews the dataset given first with the gazetteer given second and kills itself, as no handler can prevent, at the
# moment given third, when it has come as often as given fourth.
DOOMED = """
    import os, signal, sys
    from datetime import UTC, datetime
    from pathlib import Path
    from events.progress import Silent
    from events.renew.renew import Stage, renew

    dataset, gazetteer, moment, left = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])

    def passing(name):
        global left
        left -= name == moment
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    class Doom(Silent):
        def loaded(self, reports):
            passing("placed")

        def linking(self):
            passing("linking")

    def now():
        passing("looking at the clock")
        return datetime.now(UTC)

    renew(dataset, [Stage.PLACES], chosen={}, now=now, gazetteer=gazetteer, progress=Doom())
"""
MOMENTS = [
    ("placed", 1),
    ("linking", 1),
    ("looking at the clock", 2),  # all is linked, and nothing committed
]


@pytest.mark.parametrize(("moment", "times"), MOMENTS)
def test_a_renewal_that_is_killed_has_changed_nothing_and_is_done_by_the_same_command(
    moment: str,
    times: int,
    *,
    affray: Affray,
    built: Built,
    old: Path,
    new: Path,
    wire: Wire,
    jsonl: Write,
    rows: Rows,
    tables: Tables,
    started: Callable[..., "subprocess.Popen[str]"],
) -> None:
    source = jsonl(*wire(120))
    dataset = built(source, old)
    before = tables(dataset)
    doomed = started(dataset, new, moment, times, command=(sys.executable, "-c", textwrap.dedent(DOOMED)))
    _, err = doomed.communicate(timeout=PATIENCE)
    assert doomed.returncode == -signal.SIGKILL, err
    assert tables(dataset) == before
    assert affray("renew", dataset, "--places", "--gazetteer", new, "--quiet").status == 0
    fresh = built(source, new, name="fresh")
    for sql in VALUES:
        assert rows(dataset, sql) == rows(fresh, sql), sql


def test_an_army_that_turns_out_to_be_at_home_is_state_forces_again(
    *, affray: Affray, old: Path, jsonl: Write, rows: Rows, tmp_path: Path
) -> None:
    types = "select actor1_type, actor2_type from mentions"
    at_home = tmp_path / "home.duckdb"
    build_gazetteer(
        at_home, [row("country:TR", "Turkey", "TR", kind="country"), row("t:hama", "Hama", "TR", 38.0, 40.0)]
    )
    source = jsonl({"text": "The Turkish army killed four rebels in Hama on Sunday.", "published": "2021-03-01"})
    dataset, fresh = tmp_path / "dataset.duckdb", tmp_path / "fresh.duckdb"
    for into, gazetteer in ((dataset, old), (fresh, at_home)):
        words = ("build", source, "--into", into, "--gazetteer", gazetteer, "--workers", 1, "--quiet")
        assert affray(*words).status == 0
    abroad = rows(dataset, types)
    assert "External/Other forces" in abroad[0]
    assert affray("renew", dataset, "--places", "--gazetteer", at_home).status == 0
    assert rows(dataset, types) == rows(fresh, types)
    assert "State forces" in rows(dataset, types)[0]
    assert affray("renew", dataset, "--places", "--gazetteer", old).status == 0
    assert rows(dataset, types) == abroad
