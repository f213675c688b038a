"""Containers: files that hold files."""

from collections.abc import Iterator
from typing import Protocol

from schemas.report import Reject, Report
from sources.options import ReadOptions
from sources.source import Source

__all__ = ["Container"]


class Container(Protocol):
    """Opens one format of files that hold files; what is in it is read as if it lay in a folder."""

    @property
    def name(self) -> str:
        """What the format is called."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of file names, in small letters, that are this format's."""

    def accepts(self, head: bytes) -> bool:
        """Say whether the first bytes of a file are this format's."""

    def members(self, source: Source, options: ReadOptions) -> Iterator[Source | Report | Reject]:
        """Give what is in it as it comes, each to be read before the next; it raises nothing.

        What it says in words of its own, as a mail does beside the files attached to it, it gives as reports.
        A member's path is the container's with its own name behind it, as in a folder.
        """
