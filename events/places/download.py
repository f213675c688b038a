"""Dumps of gazetteers from the web, when the user names an address: kept in the cache, resumed where they were cut."""

import hashlib
import json
import os
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import IO
from urllib.parse import urljoin, urlsplit

import urllib3

from events.places.address import file_name, full_address, host_of, is_private
from events.places.lock import locked_against_writers
from schemas.errors import GazetteerError

__all__ = ["Fetching", "download"]

MOST_BYTES = 32 * 2**30
MOST_REDIRECTS = 5
MOST_TRIES = 5
CHUNK = 2**18  # bytes
CONNECTING_S, SILENT_S = 30.0, 60.0
REDIRECTED = frozenset({301, 302, 303, 307, 308})
WHOLE, PART, UNCHANGED, BEYOND = 200, 206, 304, 416
LATER = frozenset({429, 500, 502, 503, 504})
CONTENT_RANGE = re.compile(r"bytes (?P<start>\d+)-\d+/(?P<total>\d+|\*)")

Told = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class Fetching:
    """How to fetch: whom to tell how many bytes of how many are there, how to wait, and which hosts are private."""

    told: Told = lambda _have, _total: None
    wait: Callable[[float], None] = time.sleep
    is_private: Callable[[str], bool] = is_private
    most_bytes: int = MOST_BYTES


class _CutError(Exception):
    """Mark a connection that ended too early; what came of it is kept."""


def download(url: str, *, folder: Path, fetching: Fetching | None = None) -> Path:
    """Fetch the file at `url` into `folder` and give its path; what is there and has not changed is not sent again.

    `url` is http or https, or short for a dump of GeoNames ("geonames:XK"). A connection that is cut is taken up
    again where it stopped, now or in the next run, if the file is still the same.

    Raises:
        UsageError: it is no address that can be fetched.
        GazetteerError: nothing whole came from there; what is there of an older run stays.

    """
    address = full_address(url)
    kept = folder / hashlib.sha256(address.encode()).hexdigest()[:16]
    try:
        kept.mkdir(parents=True, exist_ok=True)
        path = kept / file_name(address)
        with locked_against_writers(path):
            return _Download(address, path, fetching or Fetching()).run()
    except urllib3.exceptions.HTTPError as error:
        raise GazetteerError(
            f"{address} cannot be fetched: {_words(error)}. Check the address and try again."
        ) from error
    except OSError as error:
        if isinstance(error, GazetteerError):
            raise
        raise GazetteerError(f"{address} cannot be kept in {folder}: {_words(error)}.") from error


class _Download:
    """One file on its way: `path`, beside it the part that is there and what the server called it."""

    def __init__(self, address: str, path: Path, fetching: Fetching) -> None:
        self._address, self._path, self._fetching = address, path, fetching
        self._part = path.with_name(f"{path.name}.part")
        self._pool = urllib3.PoolManager(
            timeout=urllib3.Timeout(connect=CONNECTING_S, read=SILENT_S),
            headers={"user-agent": f"affray/{metadata.version('affray')}", "accept-encoding": "identity"},
        )

    def run(self) -> Path:
        for number in range(MOST_TRIES):
            if number:
                self._fetching.wait(2.0**number)
            try:
                self._try()
            except urllib3.exceptions.NewConnectionError:
                raise  # nobody is there: urllib3 counts it among what took too long
            except (_CutError, urllib3.exceptions.ProtocolError, urllib3.exceptions.TimeoutError) as error:
                cut = error
            else:
                return self._path
        raise GazetteerError(
            f"{self._address} was cut off {MOST_TRIES} times ({_words(cut)}). "
            "Run the same again: it goes on where it stopped."
        ) from cut

    def _try(self) -> None:
        have, mark = self._begun()
        with self._opened(self._wishes(have, mark)) as response:
            if response.status == UNCHANGED:
                return
            if response.status in LATER:
                raise _CutError(f"the server answers {response.status}")
            if response.status == BEYOND:
                self._part.unlink(missing_ok=True)
                raise _CutError("the server has less than was there")
            start = self._start(response, have)
            total = self._total(response, start)
            _note(self._part, {"mark": _mark(response)})
            with self._part.open("ab" if start else "wb") as file:
                self._pour(response, file, start, total)
        self._settle(_mark(response), total)

    def _begun(self) -> tuple[int, str | None]:
        """Give how much of the file is there and what it was then; nothing where that cannot be known."""
        mark = _noted(self._part).get("mark")
        have = self._part.stat().st_size if self._part.exists() else 0
        # a weak mark does not promise the same bytes
        return (have, mark) if have and mark and not mark.startswith("W/") else (0, None)

    def _wishes(self, have: int, mark: str | None) -> dict[str, str]:
        if have and mark:
            return {"range": f"bytes={have}-", "if-range": mark}
        known = _noted(self._path).get("mark") if self._path.exists() else None
        if not known:
            return {}
        return {"if-none-match" if '"' in known else "if-modified-since": known}

    @contextmanager
    def _opened(self, wishes: Mapping[str, str]) -> Iterator[urllib3.BaseHTTPResponse]:
        """Ask, and ask again where the answer leads elsewhere."""
        address, was_private = self._address, self._fetching.is_private(host_of(self._address))
        for _ in range(MOST_REDIRECTS + 1):
            response = self._pool.request(
                "GET",
                address,
                headers={**self._pool.headers, **wishes},
                preload_content=False,
                redirect=False,
                retries=False,
            )
            try:
                if response.status not in REDIRECTED:
                    self._require_file(response)
                    yield response
                    return
                address = self._next(address, response.headers.get("location", ""), was_private=was_private)
            finally:
                # what was not read is not wanted: the connection is of no more use
                response.close()
        raise GazetteerError(f"{self._address} leads from address to address without end. Name the file's own address.")

    def _next(self, address: str, location: str, *, was_private: bool) -> str:
        following = urljoin(address, location)
        parts = urlsplit(following)
        is_safe = parts.scheme == "https" or (parts.scheme == "http" and address.startswith("http:"))
        if not (is_safe and parts.hostname):
            raise GazetteerError(
                f"{self._address} leads to {following!r}, which is not followed. Name the file's own address."
            )
        if not was_private and self._fetching.is_private(parts.hostname):
            raise GazetteerError(
                f"{self._address} leads into a private network, to {parts.hostname}; that is not followed."
            )
        return following

    def _require_file(self, response: urllib3.BaseHTTPResponse) -> None:
        if response.status in {WHOLE, PART}:
            if response.headers.get("content-type", "").startswith("text/html"):
                raise GazetteerError(f"{self._address} is a web page and no file. Name the address of the file itself.")
        elif response.status not in {UNCHANGED, BEYOND, *LATER}:
            raise GazetteerError(
                f"{self._address} cannot be fetched: the server answers {response.status} {response.reason}. "
                "Check the address."
            )

    def _start(self, response: urllib3.BaseHTTPResponse, have: int) -> int:
        """Say at which byte the answer starts; one that fits nothing that was asked for is not taken."""
        if response.status == WHOLE:
            return 0
        found = CONTENT_RANGE.fullmatch(response.headers.get("content-range", ""))
        if not found or int(found["start"]) != have:
            self._part.unlink(missing_ok=True)
            raise _CutError("the server sent another part than it was asked for")
        return have

    def _total(self, response: urllib3.BaseHTTPResponse, start: int) -> int | None:
        length = response.headers.get("content-length", "")
        total = start + int(length) if length.isdecimal() else None
        self._require_sane(total or 0)
        return total

    def _require_sane(self, size: int) -> None:
        if size > self._fetching.most_bytes:
            self._part.unlink(missing_ok=True)
            raise GazetteerError(
                f"{self._address} has more than {self._fetching.most_bytes:,} bytes; it is not fetched."
            )

    def _pour(self, response: urllib3.BaseHTTPResponse, file: IO[bytes], start: int, total: int | None) -> None:
        have = start
        for chunk in response.stream(CHUNK, decode_content=False):
            file.write(chunk)
            have += len(chunk)
            self._require_sane(have)
            self._fetching.told(have, total)
        if total is not None and have != total:
            raise _CutError(f"{have:,} of {total:,} bytes came")

    def _settle(self, mark: str | None, total: int | None) -> None:
        """Put the whole file where the last one was."""
        size = self._part.stat().st_size
        if total is not None and size != total:
            self._part.unlink()
            raise _CutError(f"{size:,} bytes are there instead of {total:,}")
        os.replace(self._part, self._path)  # noqa: PTH105 - the one call that is atomic on every system
        _note(self._path, {"mark": mark})
        _note_of(self._part).unlink(missing_ok=True)


def _mark(response: urllib3.BaseHTTPResponse) -> str | None:
    """Give what tells this content from an older one: the tag, else the day of the last change."""
    return response.headers.get("etag") or response.headers.get("last-modified")


def _note_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.json")


def _note(path: Path, about: Mapping[str, str | None]) -> None:
    _note_of(path).write_text(json.dumps(about), encoding="utf-8")


def _noted(path: Path) -> dict[str, str | None]:
    try:
        about = json.loads(_note_of(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return about if isinstance(about, dict) else {}


def _words(error: BaseException) -> str:
    """Say what urllib3 found without its own names and addresses of objects."""
    reason = getattr(error, "reason", None) or error
    return " ".join(re.sub(r"<[^>]*>:? ?|\w+\(.*?\): ", "", str(reason)).split()) or type(error).__name__
