"""MHTML: a page that a browser saved with its pictures and styles, as the parts of a mail."""

import binascii
import io
import quopri
import re
from base64 import b64decode
from collections.abc import Iterator
from itertools import islice, zip_longest
from typing import NamedTuple

from schemas.report import Reject
from schemas.vocabulary import RejectReason
from sources.containers.feed import Feed
from sources.containers.headers import content_type, parameter, read_headers
from sources.containers.member import member_of
from sources.metadata import Metadata
from sources.options import ReadOptions
from sources.refusal import Refusal
from sources.source import Source, too_large

__all__ = ["MhtmlContainer"]

PAGES = ("text/html", "application/xhtml+xml")
MOST_PARTS = 10_000  # a page has hundreds: pictures, styles
DEEPEST = 4  # parts that hold parts; browsers write one, some a second for the same page in plain text

_SAVED = re.compile(rb"^(?:snapshot-content-location:|from:\s*\"?<?saved by )", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(rb"^(?:(?:received|to|delivered-to|return-path|message-id):|from:.*@)", re.IGNORECASE | re.MULTILINE)
_RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_FIRST_LINE = re.compile(rb"[!-9;-~]+:")


class _Part(NamedTuple):
    headers: dict[str, str]
    body: bytes


class MhtmlContainer:
    """Opens saved pages: the page itself is the only member, and knows where it was saved from."""

    name = "mhtml"
    suffixes = (".mhtml", ".mht")

    def accepts(self, head: bytes) -> bool:
        """Know it by how browsers begin it; what was sent to somebody is a mail."""
        begin = re.split(rb"\r?\n\r?\n", head.lstrip(), maxsplit=1)[0]
        if not _FIRST_LINE.match(begin) or not _RELATED.search(begin):
            return False
        return bool(_SAVED.search(begin)) or not _SENT.search(begin)

    def members(self, source: Source, options: ReadOptions) -> Iterator[Source | Reject]:
        """Give the page."""
        data = source.stream.read(options.largest_report + 1)
        if len(data) > options.largest_report:
            yield source.refused(too_large(source.size, options.largest_report))
            return
        whole = _part(data.lstrip(), source.path)
        page = _page(whole, source.path) if whole else None
        if whole is None or page is None:
            yield source.refused(_without_page())
            return
        _, encoding = content_type(page.headers.get("content-type", ""))
        url = whole.headers.get("snapshot-content-location") or page.headers.get("content-location")
        yield member_of(
            source, io.BytesIO(_decoded(page)), metadata=Metadata(url=url), suffix=".html", encoding=encoding
        )


def _part(data: bytes, path: str) -> _Part | None:
    feed = Feed(io.BytesIO(data), path)
    headers = read_headers(feed)
    return None if headers is None else _Part(headers, feed.up_to(len(data)))


def _page(part: _Part, path: str, depth: int = 0) -> _Part | None:
    """Find the part that is the page: the one that is named as the first, else the first page."""
    written = part.headers.get("content-type", "")
    kind, _ = content_type(written)
    if kind in PAGES:
        return part
    boundary = parameter(written, "boundary") if kind.startswith("multipart/") else None
    if not boundary or depth == DEEPEST:
        return None
    start = (parameter(written, "start") or "").strip("<> ")
    parts = [inner for inner in (_part(data, path) for data in _split(part.body, boundary)) if inner]
    named = [inner for inner in parts if start and inner.headers.get("content-id", "").strip("<> ") == start]
    return next((page for inner in (*named, *parts) if (page := _page(inner, path, depth + 1))), None)


def _split(body: bytes, boundary: str) -> Iterator[bytes]:
    """Give the parts between the lines that bear the boundary."""
    line = re.compile(rb"(?:^|\r?\n)--" + re.escape(boundary.encode("utf-8", "replace")) + rb"(--)?[ \t]*(?=\r?\n|\Z)")
    ends = list(islice(line.finditer(body), MOST_PARTS))
    for end, following in zip_longest(ends, ends[1:]):
        if end[1]:
            return
        part = body[end.end() : following.start() if following else len(body)]
        yield re.sub(rb"\A\r?\n", b"", part, count=1)


def _decoded(part: _Part) -> bytes:
    encoding = part.headers.get("content-transfer-encoding", "").strip().lower()
    if encoding == "quoted-printable":
        return quopri.decodestring(part.body)
    if encoding == "base64":
        try:
            return b64decode(part.body)
        except (binascii.Error, ValueError):  # cut off: what there is of it
            letters = re.sub(rb"[^A-Za-z0-9+/]", b"", part.body)
            return b64decode(letters[: len(letters) // 4 * 4])
    return part.body


def _without_page() -> Refusal:
    return Refusal(
        reason=RejectReason.MALFORMED,
        detail="No page is found in it; it may have been saved only in part. Save the page again.",
    )
