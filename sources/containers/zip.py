"""ZIP, read from front to back: what stands before each file says enough, and the list at the end may be missing."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from schemas.report import Reject
from sources.allowance import Allowance
from sources.broken import StoppedError
from sources.containers.feed import Feed
from sources.containers.member import LINK_ADVICE, LINKED, broken_off, is_litter, member_of, passed_over
from sources.containers.zip_entry import ENTRY, Entry, first_names, next_entry
from sources.containers.zip_file import STORED, ZipFile, is_known
from sources.options import ReadOptions
from sources.source import Source

__all__ = ["ZipContainer", "is_document", "zip_members"]

# Documents that are zips themselves: Word, Excel and PowerPoint, LibreOffice, e-books.
OFFICE = (
    *("[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "docProps/app.xml"),
    *("word/document.xml", "xl/workbook.xml", "ppt/presentation.xml"),
)


# What a link is stored as: only the list at the end would call it one, and no report is a word.
LONGEST_LINK = 1_000
_LINK = re.compile(rb"[!-~]+")

LOCKED = "a password locks them"
UNKNOWN = "they are packed in a way that is not known here"
ADVICE = {
    LOCKED: "Unpack the archive by hand and read the folder.",
    UNKNOWN: "Unpack the archive by hand and read the folder.",
    LINKED: LINK_ADVICE,
}


class ZipContainer:
    """Opens archives of files; a document that is a zip only within is none of them."""

    name = "zip"
    suffixes = (".zip",)

    def accepts(self, head: bytes) -> bool:
        """Know it by its mark, unless its first files are those of a document."""
        return head.startswith(BEGINS) and not is_document(head)

    def members(self, source: Source, options: ReadOptions) -> Iterator[Source | Reject]:
        """Give the files in their order."""
        yield from zip_members(source, options, is_wanted=lambda name: not is_litter(name))


# An archive, an empty one, one that was meant for several floppy disks.
BEGINS = (ENTRY, b"PK\x05\x06", b"PK\x07\x08" + ENTRY, b"PK00" + ENTRY)


def is_document(head: bytes) -> bool:
    """Say whether a zip is a document of Word, Excel, LibreOffice or an e-book by the files that it begins with."""
    names = first_names(head)
    return names[:1] == ["mimetype"] or any(name in OFFICE for name in names)


def zip_members(source: Source, options: ReadOptions, *, is_wanted: Callable[[str], bool]) -> Iterator[Source | Reject]:
    """Give the files of wanted names; those that cannot be read are told in one line for each reason."""
    allowance = source.allowance or Allowance.of(options)
    counted = replace(source, allowance=allowance)
    feed = Feed(source.stream, source.path)
    unread: Counter[str] = Counter()
    last: str | None = None
    try:
        while entry := next_entry(feed):
            last = entry.name
            why = _why_unread(entry, feed)
            file = ZipFile(entry, feed, allowance)
            if entry.is_folder or not is_wanted(entry.name):
                pass
            elif why:
                unread[why] += 1
            else:
                yield member_of(counted, file, name=entry.name)
            file.skip()
    except StoppedError as stop:
        if stop.path != source.path:
            raise
        yield source.refused(broken_off(stop.why, last))
    for why, count in unread.items():
        yield source.refused(passed_over(count, why, ADVICE[why]))


def _why_unread(entry: Entry, feed: Feed) -> str | None:
    if entry.is_locked:
        return LOCKED
    if not is_known(entry.method):
        return UNKNOWN
    return LINKED if _is_link(entry, feed) else None


def _is_link(entry: Entry, feed: Feed) -> bool:
    size = entry.packed_size or 0
    return entry.method == STORED and 0 < size <= LONGEST_LINK and bool(_LINK.fullmatch(feed.peek(size)))
