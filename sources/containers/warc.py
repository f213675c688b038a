"""WARC, what web crawls are kept in: records one behind the other, among them the pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from schemas.report import Reject
from schemas.vocabulary import RejectReason
from sources.allowance import Allowance, metered
from sources.broken import StoppedError
from sources.containers.feed import Bounded, Feed
from sources.containers.headers import content_type, read_headers
from sources.containers.http_body import body_of
from sources.containers.member import broken_off, member_of
from sources.metadata import Metadata
from sources.options import ReadOptions
from sources.refusal import Refusal
from sources.source import Source

__all__ = ["WarcContainer", "is_warc", "warc_members"]

# What may be an article, and the ending that stands for it.
PAGES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/pdf": ".pdf"}
# Texts that a server keeps for programs.
FOR_PROGRAMS = ("robots.txt", "ads.txt", "app-ads.txt", "humans.txt", "security.txt", "llms.txt")
MOST_DIGITS = 18  # of a size
FETCHED = b"200"  # what a server answers when it sends what was asked for

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b")
_BEGIN = re.compile(rb"WARC/[01]\.\d+\r?\n")


class WarcContainer:
    """Opens records of web crawls: the pages that were fetched, known by what their servers called them.

    The day of the fetching is no day of publication, and is left alone.
    """

    name = "warc"
    suffixes = (".warc",)

    def accepts(self, head: bytes) -> bool:
        """Know it by its first line."""
        return is_warc(head)

    def members(self, source: Source, options: ReadOptions) -> Iterator[Source | Reject]:
        """Give the pages in their order."""
        allowance = source.allowance or Allowance.of(options)
        counted = replace(source, allowance=allowance)
        yield from _members(counted, Feed(metered(source.stream, allowance), source.path), allowance)


def is_warc(head: bytes) -> bool:
    """Say whether these are the first bytes of a web crawl's records."""
    return bool(_BEGIN.match(head))


def warc_members(source: Source, options: ReadOptions) -> Iterator[Source | Reject]:
    """Give the pages of records whose bytes are counted already."""
    yield from _members(source, Feed(source.stream, source.path), source.allowance or Allowance.of(options))


@dataclass(slots=True)
class _Walk:
    """How far the records have been followed."""

    number: int = 0
    gaps: int = 0


def _members(source: Source, feed: Feed, allowance: Allowance) -> Iterator[Source | Reject]:
    walk = _Walk()
    try:
        while _is_at_record(feed, walk):
            walk.number += 1
            headers = read_headers(feed)
            size = _size(headers)
            if headers is None or size is None:  # what follows is found to be no record
                continue
            record = Bounded(feed, size)
            page = _page(source, headers, record, walk.number, allowance)
            if page:
                yield page
            record.skip()
    except StoppedError as stop:
        if stop.path != source.path:
            raise
        yield source.refused(broken_off(stop.why, f"record {walk.number}"))
    if walk.gaps:
        yield source.refused(_with_gaps(walk.gaps))


def _is_at_record(feed: Feed, walk: _Walk) -> bool:
    """Go to the next record and say whether there is one; what stands between two is a gap."""
    is_gap = False
    while line := feed.line():
        if _BEGIN.fullmatch(line):
            walk.gaps += is_gap
            return True
        is_gap = is_gap or bool(line.strip())
    walk.gaps += is_gap
    return False


def _page(
    source: Source, headers: dict[str, str], record: Bounded, number: int, allowance: Allowance
) -> Source | Reject | None:
    """Give what a server answered, if it is a page that may be an article."""
    url = headers.get("warc-target-uri", "").strip("<> ")
    if headers.get("warc-type", "").lower() != "response" or _is_for_programs(url):
        return None
    feed = Feed(record, source.path)
    status = _STATUS.match(feed.line())
    answer = read_headers(feed) if status and status[1] == FETCHED else None
    if answer is None:
        return None
    media_type, encoding = content_type(answer.get("content-type") or headers.get("warc-identified-payload-type", ""))
    if media_type not in PAGES:
        return None
    page = member_of(
        source,
        body_of(feed, answer, allowance),
        part=f"record {number}",
        metadata=Metadata(url=url or None),
        suffix=PAGES[media_type],
        encoding=encoding,
    )
    return None if isinstance(page, Source) and not page.head else page  # an answer without a page


def _size(headers: dict[str, str] | None) -> int | None:
    written = (headers or {}).get("content-length", "")
    return int(written) if written.isascii() and written.isdigit() and len(written) <= MOST_DIGITS else None


def _is_for_programs(url: str) -> bool:
    return url.split("?", 1)[0].rsplit("/", 1)[-1].casefold() in FOR_PROGRAMS


def _with_gaps(gaps: int) -> Refusal:
    places = "1 place" if gaps == 1 else f"{gaps:,} places"
    return Refusal(
        reason=RejectReason.MALFORMED,
        detail=f"In {places} stands what is no record; the records around are read. Fetch the archive again.",
    )
