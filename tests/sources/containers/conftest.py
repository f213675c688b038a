"""Archives are made by the tests themselves, and read as a user's are."""

import io
import tarfile
import zipfile
from collections.abc import Callable, Mapping

import pytest

from schemas.report import Reject, Report

PAGE = b"<html><body><p>Two guards died near the dam.</p></body></html>"


class _Pipe(io.RawIOBase):
    """Takes bytes and cannot go back, so that the sizes of files are told behind them."""

    def __init__(self, target: io.BytesIO) -> None:
        super().__init__()
        self._target = target

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:
        return self._target.write(bytes(data))


@pytest.fixture
def zipped() -> Callable[..., bytes]:
    """Pack files by their names into a ZIP, written to a file or to a pipe."""

    def pack(files: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED, *, is_piped: bool = False) -> bytes:
        data = io.BytesIO()
        with zipfile.ZipFile(_Pipe(data) if is_piped else data, "w", method) as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        return data.getvalue()

    return pack


@pytest.fixture
def taped() -> Callable[..., bytes]:
    """Pack files by their names into a TAR, with entries of other kinds behind them."""

    def pack(
        files: Mapping[str, bytes | str], *others: tarfile.TarInfo, mode: str = "w", form: int = tarfile.PAX_FORMAT
    ) -> bytes:
        data = io.BytesIO()
        with tarfile.open(fileobj=data, mode=mode, format=form) as archive:
            for name, content in files.items():
                entry = tarfile.TarInfo(name)
                whole = content.encode() if isinstance(content, str) else content
                entry.size = len(whole)
                archive.addfile(entry, io.BytesIO(whole))
            for other in others:
                archive.addfile(other)
        return data.getvalue()

    return pack


@pytest.fixture
def told() -> Callable[[list[Report | Reject]], list[str]]:
    """Say in short what came out: the texts of reports, the reasons of rejects."""

    def short(outcome: list[Report | Reject]) -> list[str]:
        return [entry.text if isinstance(entry, Report) else entry.reason.value for entry in outcome]

    return short


@pytest.fixture
def record() -> Callable[..., bytes]:
    """Write a record of a web crawl, as crawlers do."""

    def write(
        body: bytes = PAGE,
        *,
        url: str = "https://wire.example/dam",
        kind: str = "response",
        status: str = "200 OK",
        media_type: str = "text/html; charset=utf-8",
        said: str = "",
    ) -> bytes:
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n{said}\r\n".encode() + body
        lines = (
            "WARC/1.0",
            f"WARC-Type: {kind}",
            f"WARC-Target-URI: {url}",
            "WARC-Date: 2021-03-09T00:00:00Z",
            "Content-Type: application/http; msgtype=response",
            f"Content-Length: {len(answer)}",
        )
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + answer + b"\r\n\r\n"

    return write
