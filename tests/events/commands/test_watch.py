"""`affray watch` takes in what appears, waits for whoever writes, and ends when it is told to."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from events.commands.watch import watch
from schemas.errors import NothingToReadError, StoreBusyError
from sources.watch import Watch
from tests.events.commandline import COMMAND

PATIENCE = 120  # seconds, on a machine that does much else


class _EnoughError(Exception):
    """Ends a loop that has no end."""


def test_while_another_writes_it_waits_and_what_holds_no_report_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Four died.")
    asked: list[list[Path]] = []
    looks = 0

    def take_in(files: list[Path]) -> None:
        asked.append(files)
        if len(asked) < 3:
            raise StoreBusyError("Another program writes it.")
        raise NothingToReadError("No report.")

    def sleep() -> None:
        nonlocal looks
        looks += 1
        if looks == 8:
            raise _EnoughError

    with pytest.raises(_EnoughError):
        watch(Watch(tmp_path), take_in, sleep=sleep)
    assert asked == [[tmp_path / "a.txt"]] * 3


def test_what_appears_is_taken_in_and_ctrl_c_ends_it_with_0(tmp_path: Path) -> None:
    folder, into = tmp_path / "downloads", tmp_path / "new.duckdb"
    folder.mkdir()
    run = [*COMMAND, "watch", str(folder), "--into", str(into), "--every", "0.2", "--workers", "1"]
    program = subprocess.Popen(run, stderr=subprocess.PIPE, encoding="utf-8", env={**os.environ})
    try:
        (folder / "a.txt").write_text("BELGRADE, Sept 24 2023 - Four people were killed in Banjska on Sunday.")
        deadline = time.monotonic() + PATIENCE
        while _reports(into) < 1 and program.poll() is None and time.monotonic() < deadline:
            time.sleep(0.2)
        assert _reports(into) == 1
    finally:
        program.send_signal(signal.SIGINT)
        _, said = program.communicate(timeout=PATIENCE)
    assert "Stopped. What was read is in the dataset." in said
    assert program.returncode == 0, sys.executable


def _reports(into: Path) -> int:
    try:
        with duckdb.connect(into, read_only=True) as connection:
            return len(connection.execute("select report_id from reports").fetchall())
    except duckdb.Error:  # it is not there yet, or being written
        return 0
