"""One page over the network: within bounds of time and size, and from public machines alone."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import urljoin

import urllib3
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.response import BaseHTTPResponse

from schemas.vocabulary import RejectReason
from sources.fetch.address import Address, Resolve, is_private, resolved, split_address
from sources.options import LARGEST_REPORT
from sources.refusal import Refusal, quoted

__all__ = ["Getting", "Page", "get", "said"]

MOST_REDIRECTS = 5
CONNECTING_S, SILENT_S, WHOLE_S = 15.0, 30.0, 120.0
CHUNK = 65_536
REDIRECTED = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Getting:
    """How pages are fetched: who asks, how large one may be, how names are looked up, which machines are private."""

    agent: str
    largest: int = LARGEST_REPORT
    resolve: Resolve = resolved
    is_private: Callable[[str], bool] = is_private
    clock: Callable[[], float] = time.monotonic


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent: the address that it came from in the end, its status, what it says of it, and the bytes."""

    address: Address
    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)


def get(
    address: Address, getting: Getting, *, objection: Callable[[Address], Refusal | None] = lambda _address: None
) -> Page | Refusal:
    """Fetch a page, following a few redirects; each is looked at like the first address, for an `objection`, too."""
    here = address
    for _ in range(MOST_REDIRECTS + 1):
        if refusal := objection(here):
            return refusal
        page = _get_once(here, getting)
        if isinstance(page, Refusal) or page.status not in REDIRECTED:
            return page
        there = split_address(urljoin(here.url, page.headers.get("location", "")))
        if isinstance(there, Refusal):
            return there
        here = there
    return _refused(f"{quoted(address.url, longest=80)} leads from page to page without end.")


def _get_once(address: Address, getting: Getting) -> Page | Refusal:
    try:
        machines = getting.resolve(address.host, address.port)
    except (OSError, UnicodeError):
        return _refused(f"There is no host {quoted(address.host)}. Check how it is written.")
    if not machines or any(getting.is_private(machine) for machine in machines):
        return _refused(
            f"{quoted(address.host)} is a machine of a private network. Save the page and read it as a file."
        )
    pool = _pool(address, machines[0])
    headers = {"host": address.host_header, "user-agent": getting.agent, "accept": "text/html,*/*;q=0.5"}
    try:
        response = pool.urlopen(
            "GET", address.target, headers=headers, redirect=False, retries=False, preload_content=False
        )
        try:
            body = _body(response, getting)
        finally:
            response.close()
    except urllib3.exceptions.HTTPError as error:
        return _refused(f"{quoted(address.host)} does not answer: {_words(error)}. Try again later.")
    finally:
        pool.close()
    if isinstance(body, Refusal):
        return body
    return Page(address, response.status, {name.lower(): value for name, value in response.headers.items()}, body)


def _pool(address: Address, machine: str) -> HTTPConnectionPool:
    """Give connections to the very machine that was looked at: a name may lead elsewhere a moment later."""
    timeout = urllib3.Timeout(connect=CONNECTING_S, read=SILENT_S)
    if address.scheme == "http":
        return HTTPConnectionPool(machine, address.port, timeout=timeout)
    return HTTPSConnectionPool(
        machine, address.port, timeout=timeout, server_hostname=address.host, assert_hostname=address.host
    )


def _body(response: BaseHTTPResponse, getting: Getting) -> bytes | Refusal:
    started = getting.clock()
    body = bytearray()
    for chunk in response.stream(CHUNK, decode_content=True):
        body += chunk
        if len(body) > getting.largest:
            return Refusal(
                reason=RejectReason.TOO_LARGE,
                detail=f"It has more than {getting.largest:,} bytes, the most for one report. Save it and split it.",
            )
        if getting.clock() - started > WHOLE_S:
            return _refused(f"It was not whole after {WHOLE_S:.0f} seconds. Try again later.")
    return bytes(body)


def _refused(detail: str) -> Refusal:
    return Refusal(reason=RejectReason.UNREADABLE, detail=detail)


def _words(error: Exception) -> str:
    if isinstance(error, urllib3.exceptions.TimeoutError):
        return "it took too long"
    if isinstance(error, urllib3.exceptions.SSLError):
        return "its certificate is not to be trusted"
    return quoted(str(error.args[-1] if error.args else error), longest=80)


def said(status: int) -> str:
    """Name a status in words: "404 Not Found"."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
