"""A command that is killed inside its work has changed nothing, and the same command again ends as one never killed."""

import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from events.build import build
from events.coded.importing import import_list
from schemas.report import Report
from tests.events.commandline import Affray, Rows, Tables
from tests.events.life.conftest import Said, said
from tests.events.renew.conftest import gazetteers, new, old

__all__ = ["gazetteers", "new", "old", "said"]

Kill = Callable[..., None]

PATIENCE = 120  # seconds; a machine under load starts a process in ten
NOW = datetime(2024, 1, 1, tzinfo=UTC)
TOLD = {
    "1": "4 killed in Hama.",
    "2": "5 killed in Hama.",
    "3": "3 killed in Mosul. Two hurt in Kunduz.",
}
HEADER = "event_id_cnty,event_date,country,latitude,longitude,geo_precision,event_type,sub_event_type,fatalities\n"
LISTED = HEADER + "S1,2021-03-01,Syria,35.13,36.75,1,Battles,Armed clash,4\n"
NEXT_LIST = LISTED.replace(",4\n", ",6\n") + "I1,2021-03-01,Iraq,36.33,43.11,1,Battles,Armed clash,3\n"
NEXT_REPORTS = (
    {"id": "4", "publisher": "Example Radio", "text": "9 killed in Hama.", "published": "2021-03-01"},
    {"id": "5", "publisher": "Example Radio", "text": "2 killed in Kunduz.", "published": "2021-03-01"},
)
WHY = ("--why", "A person says so")

# Runs the command given last and kills itself, as no handler can prevent, when the function given first (MODULE:NAME)
# has done its work as often as given second.
DOOMED = """
    import os, signal, sys
    from events.commands import main

    (module, name), left = sys.argv[1].split(":"), int(sys.argv[2])

    def watch(frame, event, _):
        global left
        if event == "return" and frame.f_code.co_name == name and frame.f_globals["__name__"] == module:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.argv = ["affray", *sys.argv[3:]]
    sys.setprofile(watch)
    main()
"""

CLUSTERED = ("events.link.partition:partition", 1)
RETIRED = ("outputs.store.link:retire", 1)
DERIVED = ("events.link.derive.derive:derive", 1)
AMENDED = ("events.judgements.applying:apply_judgements", 1)
SETTLED = ("outputs.store.past:settle", 1)
MATCHED = ("events.coded.matching:match", 1)
ENDED = ("outputs.store.runs:finish_run", 1)  # all is written, and nothing committed

# What is killed, word by word, and when. Words in braces are what the dataset calls it.
KILLED: Mapping[str, tuple[str, tuple[tuple[str, int], ...]]] = {
    "correct": (
        "correct {dataset} {hama} killed=7 --why Counted --gazetteer {gazetteer}",
        (("outputs.store.judgements:insert_judgement", 1), AMENDED),
    ),
    "merge": ("merge {dataset} {hama} {mosul} --why One", (CLUSTERED, ENDED)),
    "split": ("split {dataset} {hama} {leaving} --why Two", (DERIVED,)),
    "undo": ("undo {dataset} {judgement}", (SETTLED,)),
    "tag": ("tag {dataset} v1.0", (("outputs.store.insert:insert", 1),)),
    "import": (
        "import {list} --layout acled --source Example --into {dataset} --quiet",
        (("outputs.store.coded:write_staged", 1), MATCHED),
    ),
    "withdraw": (
        "withdraw {dataset} {report} --why Retracted",
        (("outputs.store.withdrawal:take_out", 1), DERIVED),
    ),
    "erase": (
        "withdraw {dataset} {report} --why Named --erase",
        (("outputs.store.erase:erase", 1), ("outputs.store.rewrite:_copy", 2)),
    ),
    "renew": (
        "renew {dataset} --places --link --gazetteer {newer_gazetteer} --quiet",
        (CLUSTERED, ENDED),
    ),
}


@pytest.fixture(scope="session")
def founded(plugins: Path, gazetteers: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a dataset with a list of others beside it, once."""
    folder = tmp_path_factory.mktemp("kills")
    into, listed = folder / "dataset.duckdb", folder / "list.csv"
    listed.write_text(LISTED, encoding="utf-8")
    reports = [
        Report.identified(
            external_id=name,
            text=text,
            media_type="text/plain",
            raw_sha256="0" * 64,
            publisher=f"Example {name}",
            published=date(2021, 3, 1),
        )
        for name, text in TOLD.items()
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(plugins)
        build(reports, into=into, chosen={"extractor": "plain"}, now=lambda: NOW, gazetteer=gazetteers[0])
    import_list(listed, layout="acled", source="Example", into=into, now=lambda: NOW)
    return into


@pytest.fixture
def dataset(*, founded: Path, affray: Affray, rows: Rows, old: Path, tmp_path: Path) -> Path:
    """Give a copy of it in which a person has corrected an incident."""
    into = Path(shutil.copy(founded, tmp_path / "dataset.duckdb"))
    words = ("killed=2", "--why", "A list of names", "--gazetteer", old)
    assert affray("correct", into, one(rows, into, INCIDENT, "3"), *words).status == 0
    return into


INCIDENT = "select incident_id from mentions where external_id = '{}'"
REPORT = "select report_id from reports where external_id = '{}'"
MENTION = "select mention_id from mentions where external_id = '{}'"


def one(rows: Rows, dataset: Path, sql: str, name: str = "") -> str:
    ((found,),) = rows(dataset, sql.format(name))
    return str(found)


@pytest.fixture
def kill(started: Callable[..., "subprocess.Popen[str]"]) -> Kill:
    """Give a function that starts a command that is killed at a moment."""

    def doom(moment: tuple[str, int], *words: object) -> None:
        doomed = started(*moment, *words, command=(sys.executable, "-c", textwrap.dedent(DOOMED)))
        _, err = doomed.communicate(timeout=PATIENCE)
        assert doomed.returncode == -signal.SIGKILL, (moment, err)

    return doom


@pytest.mark.parametrize("name", KILLED)
def test_a_command_that_is_killed_has_changed_nothing_and_is_done_by_the_same_command(
    name: str,
    *,
    affray: Affray,
    dataset: Path,
    kill: Kill,
    rows: Rows,
    tables: Tables,
    said: Said,
    old: Path,
    new: Path,
    tmp_path: Path,
) -> None:
    line, moments = KILLED[name]
    (tmp_path / "list.csv").write_text(NEXT_LIST, encoding="utf-8")
    names = {
        "hama": one(rows, dataset, INCIDENT, "1"),
        "mosul": one(rows, dataset, INCIDENT, "3"),
        "leaving": one(rows, dataset, MENTION, "2"),
        "report": one(rows, dataset, REPORT, "1"),
        "judgement": one(rows, dataset, "select judgement_id from judgements"),
        "list": tmp_path / "list.csv",
        "gazetteer": old,
        "newer_gazetteer": new,
    }

    def words(into: Path) -> list[str]:
        return [word.format(dataset=into, **names) for word in line.split()]

    undisturbed = Path(shutil.copy(dataset, tmp_path / "undisturbed.duckdb"))
    before, said_before = tables(dataset), said(dataset)
    for moment in moments:
        kill(moment, *words(dataset))
        assert tables(dataset) == before, moment
    for into in (dataset, undisturbed):
        assert affray(*words(into)).status == 0
    assert said(dataset) == said(undisturbed)
    assert (said(dataset) == said_before) is (name == "tag")
    assert affray("check", dataset).status == 0
    assert sorted(path.name for path in tmp_path.glob("*.duckdb*")) == ["dataset.duckdb", "undisturbed.duckdb"]


# What linking writes: all of it in one transaction, apart from the reports that are linked.
LINKED = ("incident_facts", "memberships", "links", "derivations", "overruled", "retired", "matches")


def test_a_build_that_is_killed_while_it_links_leaves_every_incident_as_it_was(
    *,
    affray: Affray,
    dataset: Path,
    kill: Kill,
    tables: Tables,
    said: Said,
    old: Path,
    jsonl: Callable[..., Path],
    plain: tuple[str, str],
    tmp_path: Path,
) -> None:
    source = jsonl(*NEXT_REPORTS)
    undisturbed = Path(shutil.copy(dataset, tmp_path / "undisturbed.duckdb"))
    before = tables(dataset)
    rest = ("--gazetteer", old, *plain, "--workers", 1, "--quiet")
    for moment in (CLUSTERED, RETIRED, DERIVED, MATCHED):
        kill(moment, "build", source, "--into", dataset, *rest)
        after = tables(dataset)
        assert [name for name in LINKED if after[name] != before[name]] == [], moment
    for into in (dataset, undisturbed):
        assert affray("build", source, "--into", into, *rest).status == 0
    assert said(dataset) == said(undisturbed)
    assert affray("check", dataset).status == 0
