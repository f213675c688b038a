"""Pages into a web archive, which `affray build` reads: what was fetched stays what it was."""

import gzip
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO

from schemas.report import Reject
from schemas.vocabulary import RejectReason
from sources.fetch.address import Address, split_address
from sources.fetch.getting import Getting, Page, get, said
from sources.fetch.robots import Robots
from sources.refusal import Refusal

__all__ = ["Pacing", "fetch"]

FETCHED = 200
# The body is kept as it is, unpacked and in one piece.
PACKING = frozenset({"content-encoding", "transfer-encoding", "content-length", "set-cookie", "connection"})


@dataclass(slots=True)
class Pacing:
    """How long to wait between two pages of one site: `pause` seconds, or more where the site asks for more."""

    pause: float
    sleep: Callable[[float], None]
    clock: Callable[[], float]
    last: dict[str, float] = field(default_factory=dict)

    def wait(self, address: Address, asked: float) -> None:
        """Wait until the site may be asked again."""
        due = self.last.get(address.origin, float("-inf")) + max(self.pause, asked)
        if (left := due - self.clock()) > 0:
            self.sleep(left)
        self.last[address.origin] = self.clock()


def fetch(
    urls: Sequence[str], archive: BinaryIO, getting: Getting, pacing: Pacing, *, now: Callable[[], datetime]
) -> Iterator[Address | Reject]:
    """Fetch each page once and write it to the end of `archive`; what cannot be had is told in its place.

    A page is a record of a WARC file, packed by itself, so that a run that is stopped leaves whole ones. The rules of
    the site are asked first.
    """
    robots = Robots(getting)
    for url in dict.fromkeys(urls):
        address = split_address(url)
        if isinstance(address, Refusal):
            yield address.at(url)
            continue
        if robots.objection(address) is None:
            pacing.wait(address, robots.pause(address))
        page = get(address, getting, objection=robots.objection)
        if isinstance(page, Refusal):
            yield page.at(url)
        elif page.status != FETCHED:
            yield _not_sent(page).at(url)
        else:
            archive.write(gzip.compress(_record(page, now()), mtime=0))
            archive.flush()
            yield page.address


def _record(page: Page, moment: datetime) -> bytes:
    head = "".join(f"{name}: {_one_line(value)}\r\n" for name, value in page.headers.items() if name not in PACKING)
    answer = f"HTTP/1.1 {said(page.status)}\r\n{head}content-length: {len(page.body)}\r\n\r\n".encode() + page.body
    fields = (
        "WARC/1.1",
        "WARC-Type: response",
        f"WARC-Record-ID: <urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{page.address.url} {moment.isoformat()}')}>",
        f"WARC-Date: {moment:%Y-%m-%dT%H:%M:%SZ}",
        f"WARC-Target-URI: {_one_line(page.address.url)}",
        "Content-Type: application/http;msgtype=response",
        f"Content-Length: {len(answer)}",
    )
    return "\r\n".join(fields).encode() + b"\r\n\r\n" + answer + b"\r\n\r\n"


def _one_line(value: str) -> str:
    return " ".join(value.split())


def _not_sent(page: Page) -> Refusal:
    return Refusal(reason=RejectReason.UNREADABLE, detail=f"The server answers {said(page.status)}. Check the address.")
