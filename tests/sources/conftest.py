"""Readers are tested as they are used: bytes in a file or on standard input, reports and rejects out."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from schemas.report import Reject, Report
from sources.options import ReadOptions
from sources.read import read_sources

Outcome = list[Report | Reject]
ReadBytes = Callable[..., Outcome]


@pytest.fixture
def read(tmp_path: Path) -> ReadBytes:
    """Write bytes to a file of a name, and read it."""

    def write_and_read(data: bytes | str, name: str = "report.txt", **options: object) -> Outcome:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return list(read_sources([str(path)], ReadOptions.model_validate(options)))

    return write_and_read


@pytest.fixture
def report(read: ReadBytes) -> Callable[..., Report]:
    """Read a file that must give one report and nothing else."""

    def one(data: bytes | str, name: str = "report.txt", **options: object) -> Report:
        (only,) = read(data, name, **options)
        assert isinstance(only, Report), only
        return only

    return one


@pytest.fixture
def reject(read: ReadBytes) -> Callable[..., Reject]:
    """Read a file that must give one reject and nothing else."""

    def one(data: bytes | str, name: str = "report.txt", **options: object) -> Reject:
        (only,) = read(data, name, **options)
        assert isinstance(only, Reject), only
        return only

    return one


@pytest.fixture
def piped() -> ReadBytes:
    """Read bytes from standard input."""

    def pipe(data: bytes | str) -> Outcome:
        stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
        return list(read_sources(["-"], ReadOptions(), stdin=stream))

    return pipe
