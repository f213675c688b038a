"""A dataset of any earlier program is brought up to date without loss, and lives on as one of today's does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from outputs.store import migrate
from outputs.store.connect import open_for_writing
from outputs.store.migrate import Migration, migrations
from schemas.errors import StoreError
from tests.events.commandline import Affray, Rows, Tables
from tests.events.life.conftest import Said, said
from tests.events.older import made_older
from tests.events.renew.conftest import Built, built, gazetteers, new, old

__all__ = ["built", "gazetteers", "new", "old", "said"]

Write = Callable[..., Path]

WORDS = "The mayor, who had come at dawn, said that the market was full when it began and that nobody saw who fired"
TOLD = [
    {"id": "1", "publisher": "Example Wire", "text": f"4 killed in Hama. {WORDS}.", "published": "2021-03-01"},
    {"id": "2", "publisher": "Example Daily", "text": "6 killed in Hama.", "published": "2021-03-01"},
    {"id": "3", "publisher": "Example Wire", "text": "3 killed in Mosul. A shell fell.", "published": "2021-03-02"},
    {"id": "4", "publisher": "Example Wire", "text": "Recalled: 5 killed in Kunduz.", "published": "2021-03-02"},
]
LATER = [
    # word for word what the first has said
    {"id": "5", "publisher": "Example Radio", "text": f"4 killed in Hama. {WORDS}.", "published": "2021-03-01"},
    {"id": "6", "publisher": "Example Radio", "text": "9 killed in Mosul.", "published": "2021-03-02"},
    {"id": "7", "publisher": "Example Radio", "text": "1 killed in Kunduz.", "published": "2021-03-02"},
]
EARLIER = [migration.number for migration in migrations()[1:]]
NEWEST = migrations()[-1].number
HAMA = "select incident_id from mentions where external_id = '2'"


@pytest.mark.parametrize("before", EARLIER)
def test_a_dataset_of_an_earlier_program_loses_nothing_and_lives_on(
    before: int,
    *,
    affray: Affray,
    built: Built,
    said: Said,
    rows: Rows,
    old: Path,
    plain: tuple[str, str],
    jsonl: Write,
) -> None:
    newest = built(jsonl(*TOLD), old)
    older = made_older(newest, before=before)
    with open_for_writing(older):
        pass
    assert said(older) == said(newest)
    assert affray("check", older).status == 0
    ((hama,),) = rows(newest, HAMA)
    later = jsonl(*LATER, name="later.jsonl")
    for words in (
        ("build", later, "--into", "{}", *plain, "--gazetteer", old, "--workers", 1, "--quiet"),
        ("correct", "{}", hama, "killed=7", "--why", "A list of names", "--gazetteer", old),
        ("renew", "{}", "--link", "--gazetteer", old, "--quiet"),
    ):
        for dataset in (newest, older):
            ended = affray(*(dataset if word == "{}" else word for word in words))
            assert ended.status == 0, ended.err
        assert said(older) == said(newest), words[0]
    assert affray("check", older).status == 0


# What a program of today is asked first of a dataset of an earlier one.
FIRST_WORDS = [
    ("withdraw", "{dataset}", "{report}", "--why", "Retracted"),
    ("correct", "{dataset}", "{hama}", "killed=7", "--why", "Counted", "--gazetteer", "{gazetteer}"),
    ("tag", "{dataset}", "v1.0"),
    ("renew", "{dataset}", "--link", "--gazetteer", "{gazetteer}"),
    ("import", "{list}", "--layout", "acled", "--source", "Example", "--into", "{dataset}"),
]


@pytest.mark.parametrize("words", FIRST_WORDS, ids=lambda words: words[0])
def test_a_dataset_of_the_first_program_obeys_every_command(
    words: tuple[str, ...], *, affray: Affray, built: Built, rows: Rows, old: Path, jsonl: Write, tmp_path: Path
) -> None:
    newest = built(jsonl(*TOLD), old)
    ((hama,),) = rows(newest, HAMA)
    ((report,),) = rows(newest, "select report_id from reports where external_id = '1'")
    listed = tmp_path / "list.csv"
    listed.write_text("event_id_cnty,event_date,country,fatalities\nS1,2021-03-01,Syria,4\n", encoding="utf-8")
    older = made_older(newest, before=EARLIER[0])
    names = {"dataset": older, "hama": hama, "report": report, "gazetteer": old, "list": listed}
    ended = affray(*(word.format(**names) for word in words))
    assert ended.status == 0, ended.err
    assert affray("check", older).status == 0


BROKEN = """
    create table birds (name varchar);
    update reports set title = 'Nothing of this may stay';
    alter table claims add column colour varchar;
    insert into birds select no_such_column from claims;
"""


def test_a_migration_that_fails_leaves_the_dataset_as_it_was(
    *, built: Built, tables: Tables, old: Path, jsonl: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = built(jsonl(*TOLD), old)
    before = tables(dataset)
    broken = Migration(number=NEWEST + 1, name="break", sql=BROKEN)
    monkeypatch.setattr(migrate, "migrations", lambda: (*migrations(), broken))
    with pytest.raises(StoreError, match="could not be written"), open_for_writing(dataset):
        pass
    monkeypatch.undo()
    assert tables(dataset) == before
