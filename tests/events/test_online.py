"""A build asks online only when it is told to, once for each name, and gives the same dataset whoever reads it."""

import itertools
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from events.build import BuildSummary, build
from events.places.gazetteer import ensure_gazetteer
from events.places.online.choice import OnlineChoice
from sources.options import ReadOptions
from sources.read import read_sources
from tests.events.commandline import Affray, Exports, Rows
from tests.events.loopback import Loopback, Reply, Watch, nominatim_hit, serving

Start = Callable[..., "subprocess.Popen[str]"]

AGENT = "Tests, tests@example.org"
TOLD = [
    ("1", "4 killed in Zorbinka. 2 killed in Mitrovica."),
    ("2", "3 killed in Trelovac. 2 killed in Zvecan."),
    ("3", "5 killed in Banjska."),
    ("4", "The council met in Zorbinka."),
    ("5", "7 killed in Zorbinka. 8 killed in Leposavic."),
]
REPORTS = [
    {"id": name, "text": text, "published": "2023-09-24", "publisher": f"Example Wire {name}"} for name, text in TOLD
]
PLACED = "select external_id, place_as_written, place_id, place_precision from mentions order by all"

# Writes down whom this process and its workers look up, connect to or send to. A socket alone is nobody: urllib3,
# which spaCy brings, makes one when it is imported, to see whether the machine has IPv6, and lets go of it.
LISTENER = """
import os, sys

def hear(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"):
        with open(os.environ["AFFRAY_TEST_HEARD"], "a") as heard:
            heard.write(f"{event} {arguments[1:]}\\n")

sys.addaudithook(hear)
with open(os.environ["AFFRAY_TEST_HEARD"] + ".processes", "a") as listening:
    listening.write(f"{os.getpid()}\\n")
"""


@pytest.fixture
def gazetteer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a gazetteer with answers of its own beside it."""
    folder = tmp_path / "gazetteer"
    folder.mkdir()
    own = folder / "gazetteer.duckdb"
    os.link(ensure_gazetteer(), own)
    monkeypatch.setenv("AFFRAY_GAZETTEER", str(own))
    return own


@pytest.fixture
def loopback() -> Iterator[Loopback]:
    with serving() as server:
        server.knows(nominatim_hit("Zorbinka", 42.91, 20.85))
        yield server


@pytest.fixture
def asked(loopback: Loopback, gazetteer: Path, tmp_path: Path) -> tuple[str, ...]:
    """Write how to ask beside the datasets, and give the words that ask."""
    del gazetteer
    table = f'[online]\nagent = "{AGENT}"\nurl = "{loopback.url}"\nper_second = 10000\n'
    (tmp_path / "affray.toml").write_text(table)
    return "--online", "nominatim"


def sources(jsonl: Callable[..., Path], *ids: str) -> list[Path]:
    """Write reports, each into a file of its own."""
    chosen = [report for report in REPORTS if not ids or report["id"] in ids]
    return [jsonl(report, name=f"{report['id']}.jsonl") for report in chosen]


def test_a_name_that_the_gazetteer_lacks_is_asked_once_for_all_datasets(
    *,
    affray: Affray, asked: tuple[str, ...], plain: tuple[str, str], jsonl: Callable[..., Path], tmp_path: Path,
    loopback: Loopback, rows: Rows,
) -> None:  # fmt: skip
    reports = sources(jsonl)
    first, second, third = (tmp_path / f"{name}.duckdb" for name in ("first", "second", "third"))
    ended = affray("build", *reports, "--into", first, *plain, *asked)
    assert ended.status == 0
    assert sorted(loopback.names) == ["Trelovac", "Zorbinka"]
    assert {one.agent for one in loopback.asked} == {ended.err.partition("'")[2].partition("'")[0]}
    assert ended.err.count(f"as '{AGENT} (affray/") == 1
    assert "2 names asked online, 1 of them known there" in ended.lines
    assert ("1", "Zorbinka", "osm:node/7", "settlement") in rows(first, PLACED)
    assert rows(first, "select source, licence from places where place_id = 'osm:node/7'") == [
        ("nominatim", "ODbL 1.0, © OpenStreetMap contributors")
    ]
    # a second run asks nothing, wanted or not, and answers the same
    again = affray("build", *reports, "--into", second, *plain, *asked)
    offline = affray("build", *reports, "--into", third, *plain)
    assert (again.status, offline.status, len(loopback.asked)) == (0, 0, 2)
    assert "asked" not in again.err + offline.err
    assert rows(first, PLACED) == rows(second, PLACED) == rows(third, PLACED)
    digests = {rows(dataset, "select gazetteer_digest from runs")[0] for dataset in (first, second, third)}
    assert len(digests) == 1


def test_workers_and_order_make_no_difference(
    *,
    affray: Affray, asked: tuple[str, ...], plain: tuple[str, str], wire: Callable[[int], list[dict[str, str]]],
    jsonl: Callable[..., Path], tmp_path: Path, loopback: Loopback, exported: Exports, gazetteer: Path,
) -> None:  # fmt: skip
    lacking = [
        {"id": f"lacking-{number}", "text": f"{number} killed in {place}.", "published": "2021-03-01"}
        for number, place in enumerate(itertools.islice(itertools.cycle(["Zorbinka", "Trelovac", "Gradivona"]), 150))
    ]
    reports = [*wire(150), *lacking]
    exports = []
    for number, (order, workers) in enumerate([(reports, 1), (reports, 3), (reports[::-1], 2)]):
        gazetteer.with_name("gazetteer.online.duckdb").unlink(missing_ok=True)
        dataset = tmp_path / f"{number}.duckdb"
        words = ("--into", dataset, *plain, *asked, "--workers", workers, "--quiet")
        assert affray("build", jsonl(*order), *words).status == 0
        exports.append(exported(dataset)["mentions.csv"])
    assert b"osm:node/7" in exports[0]
    assert exports[0] == exports[1] == exports[2]
    assert sorted(loopback.names) == sorted(["Zorbinka", "Trelovac", "Gradivona"] * 3)


def test_portions_make_no_difference(
    *,
    affray: Affray, asked: tuple[str, ...], plain: tuple[str, str], jsonl: Callable[..., Path], tmp_path: Path,
    rows: Rows, gazetteer: Path,
) -> None:  # fmt: skip
    placed = []
    for number, portions in enumerate([[("1", "2", "3", "4", "5")], [("5",), ("3", "1"), ("4", "2")]]):
        gazetteer.with_name("gazetteer.online.duckdb").unlink(missing_ok=True)
        dataset = tmp_path / f"{number}.duckdb"
        for portion in portions:
            words = ("--into", dataset, *plain, *asked, "--quiet")
            assert affray("build", *sources(jsonl, *portion), *words).status == 0
        placed.append(rows(dataset, PLACED))
    assert placed[0] == placed[1]


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply("down", 503), "status 503"),
        (Reply("slow down", 429), "status 429"),
        (Reply("blocked", 403), "status 403"),
        (Reply("<html>", 200), "its answer is no JSON"),
        (Reply('{"no": "list"}', 200), "its answer cannot be understood"),
    ],
)
def test_a_service_that_fails_is_named_and_the_build_goes_on(
    *,
    reply: Reply,
    reason: str,
    loopback: Loopback,
    gazetteer: Path,
    plain: tuple[str, str],
    jsonl: Callable[..., Path],
    tmp_path: Path,
    rows: Rows,
) -> None:
    del plain
    loopback.replies, loopback.otherwise = {}, reply
    dataset, watch = tmp_path / "a.duckdb", Watch()

    def into(dataset: Path) -> BuildSummary:
        return build(
            read_sources([str(path) for path in sources(jsonl)], ReadOptions()),
            into=dataset,
            chosen={"extractor": "plain"},
            now=watch.now,
            gazetteer=gazetteer,
            online=OnlineChoice(service="nominatim", agent=AGENT, url=loopback.url),
            sleep=watch.sleep,
        )

    summary = into(dataset)
    assert (summary.set_aside, summary.names_asked, summary.reports_new) == (1, 0, len(REPORTS))
    ((path, kind, detail),) = rows(dataset, "select path, reason, detail from rejects")
    assert (path, kind) == (loopback.url.removeprefix("http://"), "unanswered")
    assert f"({reason})" in detail
    assert "2 names were placed without one: Zorbinka, Trelovac." in detail
    # the reports are in, so nothing is to be asked again
    before = len(loopback.asked)
    assert into(dataset).set_aside == 0
    assert len(loopback.asked) == before


def test_a_service_that_is_not_there_ends_with_three_and_one_line(
    *,
    affray: Affray, asked: tuple[str, ...], plain: tuple[str, str], jsonl: Callable[..., Path], tmp_path: Path,
    loopback: Loopback,
) -> None:  # fmt: skip
    loopback.replies, loopback.otherwise = {}, Reply("blocked", 403)
    ended = affray("build", *sources(jsonl), "--into", tmp_path / "a.duckdb", *plain, *asked, "--quiet")
    assert ended.status == 3
    told = [line for line in ended.lines if "set aside" in line]
    assert len(told) == 1
    assert told[0].startswith(f"{loopback.url.removeprefix('http://')}: set aside: It gave no answer (status 403); ")
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--online", "nominatim"), 'affray: nominatim wants to know who asks. Say so: --agent "your project'),
        (
            ("--online", "gogle", "--agent", AGENT),
            "'gogle' is not one of 'nominatim', 'photon', 'geonames', 'opencage'",
        ),
        (("--online", "geonames", "--agent", AGENT), "affray: geonames needs the key of your account."),
        (("--online-url", "https://example.org"), "affray: Nothing is asked without --online SERVICE."),
    ],
)
def test_a_wrong_wish_is_refused_before_a_dataset_is_made(
    *,
    words: tuple[str, ...], told: str, affray: Affray, plain: tuple[str, str], jsonl: Callable[..., Path],
    tmp_path: Path, gazetteer: Path,
) -> None:  # fmt: skip
    into = tmp_path / "a.duckdb"
    ended = affray("build", *sources(jsonl), "--into", into, *plain, *words)
    assert ended.status == 2
    assert told in ended.lines[-1]
    assert not into.exists()
    assert not gazetteer.with_name("gazetteer.online.duckdb").exists()


def test_a_table_that_is_none_is_refused(
    affray: Affray, plain: tuple[str, str], jsonl: Callable[..., Path], tmp_path: Path
) -> None:
    (tmp_path / "affray.toml").write_text('online = "nominatim"')
    ended = affray("build", *sources(jsonl), "--into", tmp_path / "a.duckdb", *plain)
    assert (ended.status, "'online' is a table" in ended.err) == (2, True)


@pytest.mark.usefixtures("gazetteer")
@pytest.mark.parametrize("online", [False, True])
def test_a_build_that_asks_nothing_connects_to_nobody_from_any_process(
    *,
    online: bool, started: Start, asked: tuple[str, ...], plain: tuple[str, str], python_path: str,
    wire: Callable[[int], list[dict[str, str]]], jsonl: Callable[..., Path], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, rows: Rows,
) -> None:  # fmt: skip
    listener, heard = tmp_path / "listener", tmp_path / "heard"
    listener.mkdir()
    (listener / "sitecustomize.py").write_text(LISTENER)
    monkeypatch.setenv("AFFRAY_TEST_HEARD", str(heard))
    reports, into = jsonl(*wire(130), *REPORTS), tmp_path / "a.duckdb"
    # PYTHONPATH is set by whoever starts the process
    path = f"import sys, os; os.environ['PYTHONPATH'] = {str(listener)!r} + os.pathsep + {python_path!r}; "
    run = "os.execv(sys.executable, [sys.executable, '-c', 'from events.commands import main; main()', *sys.argv[1:]])"
    words: list[Any] = ["build", reports, "--into", into, *plain, "--workers", 2, *(asked if online else ())]
    process = started(*words, command=[sys.executable, "-c", path + run])
    _, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    assert len(set(Path(f"{heard}.processes").read_text().split())) >= 3
    assert heard.exists() is online
    assert rows(into, "select count(*) from mentions")[0][0] > 100


def test_the_clock_is_the_builds_own(
    *, loopback: Loopback, gazetteer: Path, jsonl: Callable[..., Path], tmp_path: Path, plain: tuple[str, str]
) -> None:
    del plain
    watch = Watch(datetime(2023, 9, 25, tzinfo=UTC))
    build(
        read_sources([str(path) for path in sources(jsonl)], ReadOptions()),
        into=tmp_path / "a.duckdb",
        chosen={"extractor": "plain"},
        now=watch.now,
        gazetteer=gazetteer,
        online=OnlineChoice(service="nominatim", agent=AGENT, url=loopback.url),
        sleep=watch.sleep,
    )
    assert watch.slept == pytest.approx([0.0, 1.0])


def test_a_dataset_that_was_built_without_asking_is_renewed_with_it(
    *,
    affray: Affray,
    asked: tuple[str, ...],
    plain: tuple[str, str],
    jsonl: Callable[..., Path],
    tmp_path: Path,
    loopback: Loopback,
    rows: Rows,
) -> None:
    reports = sources(jsonl)
    first, second = tmp_path / "first.duckdb", tmp_path / "second.duckdb"
    assert affray("build", *reports, "--into", first, *plain, "--quiet").status == 0
    assert "osm:node/7" not in str(rows(first, PLACED))
    renewed = affray("renew", first, "--places", *asked)
    assert renewed.status == 0
    assert f"as '{AGENT} (affray/" in renewed.err
    assert affray("build", *reports, "--into", second, *plain, *asked, "--quiet").status == 0
    assert rows(first, PLACED) == rows(second, PLACED)
    assert sorted(loopback.names) == ["Trelovac", "Zorbinka"]
    # what was answered stays so, though nobody asks
    again = affray("renew", second, "--places")
    assert (again.status, "Nothing to renew" in again.err) == (0, True)


def test_a_dataset_that_grows_by_asking_is_placed_by_one_gazetteer(
    *, affray: Affray, asked: tuple[str, ...], plain: tuple[str, str], jsonl: Callable[..., Path], tmp_path: Path
) -> None:
    into = tmp_path / "a.duckdb"
    for name in ("1", "2"):
        ended = affray("build", *sources(jsonl, name), "--into", into, *plain, *asked)
        assert "1 name asked online" in ended.err
        assert "another gazetteer" not in ended.err


def test_a_renewal_whose_service_fails_says_so(
    *,
    affray: Affray,
    asked: tuple[str, ...],
    plain: tuple[str, str],
    jsonl: Callable[..., Path],
    tmp_path: Path,
    loopback: Loopback,
) -> None:
    into = tmp_path / "a.duckdb"
    assert affray("build", *sources(jsonl), "--into", into, *plain, "--quiet").status == 0
    loopback.replies, loopback.otherwise = {}, Reply("blocked", 403)
    ended = affray("renew", into, "--places", *asked, "--quiet")
    assert ended.status == 3
    assert sum("It gave no answer (status 403)" in line for line in ended.lines) == 1
