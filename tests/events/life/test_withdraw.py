"""A withdrawn report tells nothing any more, is not brought back by a build, and leaves no word where it is erased."""

import random
import shutil
import string
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.events.commandline import Affray, Rows, Tables
from tests.events.life.conftest import Said, Step

FIRST = {"id": "1", "publisher": "Example Wire", "text": "4 killed in Hama.", "published": "2021-03-01"}
LATER = {"id": "2", "publisher": "Example Daily", "text": "7 killed in Hama.", "published": "2021-03-01"}
OTHER = {"id": "3", "publisher": "Example Daily", "text": "2 killed in Mosul.", "published": "2021-03-02"}
WHY = ("--why", "retracted on 3 May", "--by", "A. Editor")

Write = Callable[..., Path]


@pytest.fixture
def dataset(step: Step, tmp_path: Path) -> Path:
    path = tmp_path / "dataset.duckdb"
    step("build", path, [FIRST, LATER, OTHER])
    return path


def nameless(told: list[tuple[object, ...]]) -> list[str]:
    """Leave out the ids of incidents, which may differ."""
    return sorted(str([value for value in row if not str(value).startswith("i-")]) for row in told)


def report(rows: Rows, dataset: Path, name: str) -> str:
    ((report_id,),) = rows(dataset, f"select report_id from reports where external_id = '{name}'")
    return str(report_id)


@pytest.mark.parametrize("erasing", [(), ("--erase",)])
def test_what_is_left_says_what_a_dataset_without_it_says(
    erasing: tuple[str, ...], *, affray: Affray, dataset: Path, rows: Rows, said: Said, step: Step, tmp_path: Path
) -> None:
    ended = affray("withdraw", dataset, report(rows, dataset, "2"), *WHY, *erasing)
    assert ended.status == 0, ended.err
    assert ended.lines[1] == "1 incident derived anew, 0 told by nothing any more"
    without = tmp_path / "without.duckdb"
    step("build", without, [FIRST, OTHER])
    ours, theirs = ({name: nameless(told) for name, told in said(path).items()} for path in (dataset, without))
    assert {name for name in ours if ours[name] != theirs[name]} == {"reports"}
    assert rows(dataset, "select why, withdrawn_by, erased, run_id from withdrawals") == [
        ("retracted on 3 May", "A. Editor", bool(erasing), 2)
    ]
    assert affray("check", dataset).status == 0


def test_an_incident_keeps_its_id_though_the_report_that_founded_it_is_withdrawn(
    affray: Affray, dataset: Path, rows: Rows
) -> None:
    before = rows(dataset, "select incident_id from incidents where place = 'Hama'")
    for name in ("1", "2"):
        copy = Path(shutil.copy(dataset, dataset.with_name(f"{name}.duckdb")))
        assert affray("withdraw", copy, report(rows, copy, name), *WHY).status == 0
        assert rows(copy, "select incident_id from incidents where place = 'Hama'") == before


def test_an_incident_that_nothing_tells_any_more_is_retired_and_goes_on_as_none(
    affray: Affray, dataset: Path, rows: Rows
) -> None:
    ((gone,),) = rows(dataset, "select incident_id from incidents where place = 'Mosul'")
    ended = affray("withdraw", dataset, report(rows, dataset, "3"), *WHY)
    assert ended.lines == ["1 report withdrawn", "0 incidents derived anew, 1 told by nothing any more"]
    assert rows(dataset, "select old_id, new_id, run_id from retired") == [(gone, None, 2)]
    assert rows(dataset, "select count(*) from places where name = 'Mosul'") == [(0,)]


def test_what_it_told_stands_in_the_states_before(affray: Affray, dataset: Path, rows: Rows, said: Said) -> None:
    assert affray("tag", dataset, "v1.0").status == 0
    before = said(dataset)
    assert affray("withdraw", dataset, report(rows, dataset, "2"), *WHY).status == 0
    assert said(dataset, as_of="v1.0") == before
    assert said(dataset) != before


@pytest.mark.parametrize("erasing", [(), ("--erase",)])
def test_neither_a_build_nor_a_renewal_brings_it_back(
    erasing: tuple[str, ...],
    *,
    affray: Affray,
    dataset: Path,
    rows: Rows,
    tables: Tables,
    jsonl: Write,
    plain: tuple[str, str],
    old: Path,
) -> None:
    assert affray("withdraw", dataset, report(rows, dataset, "2"), *WHY, *erasing).status == 0
    before = tables(dataset)
    ended = affray("build", jsonl(FIRST, LATER, OTHER), "--into", dataset, "--gazetteer", old, *plain)
    assert "1 report withdrawn from this dataset before, and left out" in ended.lines
    ended = affray("renew", dataset, "--extract", "--gazetteer", old, "--workers", 1)
    assert ended.lines == ["Nothing to renew: this version reads all 2 reports as they were read."]
    assert tables(dataset) == before


def test_what_a_person_added_goes_with_the_report_and_comes_back_with_it(
    affray: Affray, dataset: Path, rows: Rows, step: Step
) -> None:
    name = report(rows, dataset, "3")
    added = affray("add", dataset, "--report", name, "--quote", "in Mosul", "sub_event_type=Attack", "--why", "Seen")
    assert added.status == 0, added.err
    before = rows(dataset, "select incident_id, killed, review_status from incidents order by all")
    assert affray("withdraw", dataset, name, *WHY).status == 0
    step("build", dataset, [OTHER])
    assert affray("renew", dataset, "--link").status == 0
    assert rows(dataset, "select place from incidents") == [("Hama",)]
    assert rows(dataset, "select bound from judgements") == [(False,)]
    assert affray("withdraw", dataset, name, "--undo").status == 0
    assert rows(dataset, "select incident_id, killed, review_status from incidents order by all") == before
    assert rows(dataset, "select bound from judgements") == [(True,)]
    assert affray("check", dataset).status == 0


@pytest.mark.parametrize("name", ["1", "2", "3"])
def test_a_withdrawal_that_is_undone_leaves_no_trace_in_what_is_said(
    name: str, affray: Affray, dataset: Path, rows: Rows, said: Said
) -> None:
    before = said(dataset)
    assert affray("withdraw", dataset, report(rows, dataset, name), *WHY).status == 0
    assert said(dataset) != before
    ended = affray("withdraw", dataset, report(rows, dataset, name), "--undo")
    assert ended.lines == ["1 report brought back; 1 incident told by it again."]
    assert said(dataset) == before
    assert rows(dataset, "from withdrawals") == []
    assert affray("check", dataset).status == 0


@pytest.mark.parametrize("erasing", [(), ("--erase",)])
def test_twice_is_once(erasing: tuple[str, ...], *, affray: Affray, dataset: Path, rows: Rows, tables: Tables) -> None:
    report_id = report(rows, dataset, "2")
    assert affray("withdraw", dataset, report_id, report_id, *WHY, *erasing).status == 0
    before = tables(dataset)
    ended = affray("withdraw", dataset, report_id, *WHY, *erasing)
    assert ended.status == 0
    assert ended.lines == [f"{report_id} was {'erased' if erasing else 'withdrawn'} before."]
    assert tables(dataset) == before


def long_words() -> dict[str, str]:
    """Give words that do not compress, under each name that a report has for them."""
    dice = random.Random(5)  # noqa: S311 (no secret)
    return {name: "".join(dice.choices(string.ascii_letters, k=600)) for name in ("text", "title", "byline", "url")}


def bare(where: Path, words: dict[str, str]) -> set[str]:
    """Name the words of which some stand in a file of the folder: any forty letters of them."""
    held = b"".join(path.read_bytes() for path in where.iterdir() if path.is_file() and ".jsonl" not in path.name)
    pieces = {name: [text[at : at + 40].encode() for at in range(0, 560, 40)] for name, text in words.items()}
    return {name for name, some in pieces.items() if any(piece in held for piece in some)}


def test_erased_words_are_in_no_byte_of_the_file_and_in_no_state(
    *, affray: Affray, step: Step, rows: Rows, tmp_path: Path
) -> None:
    folder = tmp_path / "alone"
    folder.mkdir()
    dataset = folder / "dataset.duckdb"
    words = long_words()
    told = f"4 killed in Hama, wrote {words['text']}. 3 killed in Sialkot."
    named = {"title": words["title"], "byline": words["byline"], "url": f"https://example.org/{words['url']}"}
    hostile = {**named, "text": told, "publisher": "Example Wire", "published": "2021-03-01"}
    step("build", dataset, [OTHER, hostile, LATER])
    step("narrow", dataset)
    step("places", dataset)
    assert affray("tag", dataset, "v1.0").status == 0
    assert bare(folder, words) == set(words)
    ((report_id,),) = rows(dataset, "select report_id from reports where title is not null")
    before = rows(dataset, "select publisher, published, text_fingerprint, raw_sha256 from reports order by all")
    ended = affray("withdraw", dataset, report_id, *WHY, "--erase")
    assert ended.status == 0, ended.err
    assert ended.lines[0] == "1 report erased, from every state and from the file"
    assert bare(folder, words) == set()
    assert [path.name for path in folder.iterdir()] == ["dataset.duckdb"]
    assert (
        rows(dataset, "select publisher, published, text_fingerprint, raw_sha256 from reports order by all") == before
    )
    assert rows(dataset, "select name from tags") == [("v1.0",)]
    then = "select place, summary from incidents order by all"
    ended = affray("query", dataset, then, "--as-of", "v1.0", "--format", "csv")
    assert ended.out == "place,summary\nHama,\nMosul,2 killed in Mosul\n"
    assert affray("check", dataset).status == 0


def test_everything_else_outlives_the_rewriting(affray: Affray, dataset: Path, rows: Rows, tables: Tables) -> None:
    report_id = report(rows, dataset, "3")
    plain = Path(shutil.copy(dataset, dataset.with_name("plain.duckdb")))
    for path, words in ((dataset, ("--erase",)), (plain, ())):
        assert affray("withdraw", path, report_id, *WHY, *words).status == 0
    ours, theirs = tables(dataset), tables(plain)
    assert ours.keys() == theirs.keys()
    assert {name for name in ours if len(ours[name]) > len(theirs[name])} == set()
    assert {name for name in ours if ours[name] != theirs[name]} <= {
        *("reports", "report_sketches", "withdrawals", "runs"),
        *(name for name in ours if name.startswith("past_")),
    }
    described = (
        "select table_name, column_name, comment from duckdb_columns() where database_name = 'dataset' order by all"
    )
    assert rows(dataset, described) == rows(plain, described)


WRONG = [
    (("r-nobodyknowsthis", *WHY), "There is no report r-nobodyknowsthis in this dataset."),
    (("r-\x1b[2J", *WHY), "There is no report r-␛[2J in this dataset."),
    (("{known}", "r-nobodyknowsthis", *WHY, "--erase"), "There is no report r-nobodyknowsthis in this dataset."),
    (("{known}",), "A withdrawal needs its reason: --why"),
    (("{known}", "--why", " "), "A withdrawal needs its reason: --why"),
    (("{known}", "--undo"), "{known} is not withdrawn. There is nothing to undo."),
    (("{known}", "--undo", *WHY[:2]), "--undo stands alone"),
]


@pytest.mark.parametrize(("words", "told"), WRONG)
def test_what_cannot_be_done_is_refused_in_one_line(
    words: tuple[str, ...], told: str, *, affray: Affray, dataset: Path, rows: Rows, tables: Tables
) -> None:
    known = report(rows, dataset, "1")
    before = tables(dataset)
    ended = affray("withdraw", dataset, *(word.replace("{known}", known) for word in words))
    assert ended.status == 2
    (line,) = ended.lines
    assert line.startswith(f"affray: {told.replace('{known}', known)}")
    assert tables(dataset) == before


def test_what_was_erased_cannot_be_brought_back(affray: Affray, dataset: Path, rows: Rows) -> None:
    known = report(rows, dataset, "1")
    assert affray("withdraw", dataset, known, *WHY, "--erase").status == 0
    ended = affray("withdraw", dataset, known, "--undo")
    assert (ended.status, ended.lines) == (2, [f"affray: {known} was erased by run 2. That cannot be undone."])


def test_a_dataset_that_is_not_there_is_not_made(
    affray: Affray, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in ((*WHY, "--erase"), WHY, ("--undo",)):
        ended = affray("withdraw", "missing.duckdb", "r-a", *words)
        assert ended.status == 2
        assert ended.lines[0].startswith("affray: There is no missing.duckdb.")
    assert list(tmp_path.iterdir()) == []
