"""Datasets that go through several runs, by the plain extractor and small gazetteers."""

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from outputs.export.selection import SELECTIONS, selection
from outputs.query.session import locked
from tests.events import plain_extractor
from tests.events.commandline import Affray
from tests.events.renew.conftest import gazetteers, new, old

__all__ = ["Said", "Step", "gazetteers", "new", "old", "said", "step"]

Said = Callable[..., dict[str, list[tuple[Any, ...]]]]
Step = Callable[..., None]

NARROW = re.compile(r"(?P<recalled>Recalled: )?(?P<dead>[0-9])[0-9]* (?P<trigger>killed) in (?P<place>[A-Z][a-z]+)")


@pytest.fixture(scope="session")
def said() -> Said:
    """Give a function that reads all that a dataset shows, as it stood at a moment."""

    def read(dataset: Path, *, as_of: str | None = None) -> dict[str, list[tuple[Any, ...]]]:
        with locked(dataset, as_of=as_of) as connection:
            return {what: connection.sql(selection(what)).fetchall() for what in SELECTIONS}

    return read


@pytest.fixture
def step(affray: Affray, plain: tuple[str, str], old: Path, new: Path, tmp_path: Path) -> Step:
    """Give a function that lets one command go over a dataset, by name."""

    def build(dataset: Path, reports: Sequence[dict[str, str]]) -> None:
        source = tmp_path / "step.jsonl"
        source.write_text("".join(json.dumps(report) + "\n" for report in reports), encoding="utf-8")
        words = ("--gazetteer", old, *plain, "--workers", 1, "--quiet")
        assert affray("build", source, "--into", dataset, *words).status == 0

    def take(name: str, dataset: Path, reports: Sequence[dict[str, str]] = ()) -> None:
        if name == "build":
            build(dataset, reports)
            return
        with pytest.MonkeyPatch.context() as patch:
            if name == "narrow":
                patch.setattr(plain_extractor, "TOLD", NARROW)
            flags, gazetteer = FLAGS[name], new if name == "places" else old
            ended = affray("renew", dataset, *flags, "--gazetteer", gazetteer, "--workers", 1, "--quiet")
            assert ended.status == 0, ended.err

    return take


FLAGS = {"narrow": ("--extract",), "read": ("--extract",), "places": ("--places",), "link": ("--link",)}
