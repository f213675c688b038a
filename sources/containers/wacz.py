"""WACZ: a ZIP of a web crawl's records, with lists and pictures beside them."""

import re
from collections.abc import Iterator

from schemas.report import Reject
from sources.containers.zip import zip_members
from sources.containers.zip_entry import ENTRY, first_names
from sources.options import ReadOptions
from sources.source import Source

__all__ = ["WaczContainer"]

_RECORDS = re.compile(r"archive/.+\.warc(\.gz)?", re.IGNORECASE)
_BESIDE = re.compile(r"indexes/.+\.(cdxj?|idx)(\.gz)?|pages/(extra)?pages\.jsonl", re.IGNORECASE)


class WaczContainer:
    """Opens the records of a packed web crawl and leaves alone what only serves to show it."""

    name = "wacz"
    suffixes = (".wacz",)

    def accepts(self, head: bytes) -> bool:
        """Know it by the folders that its first files lie in."""
        names = first_names(head)[:3] if head.startswith(ENTRY) else []
        return any(_RECORDS.fullmatch(name) or _BESIDE.fullmatch(name) for name in names)

    def members(self, source: Source, options: ReadOptions) -> Iterator[Source | Reject]:
        """Give the files of records."""
        yield from zip_members(source, options, is_wanted=lambda name: bool(_RECORDS.fullmatch(name)))
