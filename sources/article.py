"""One article of a download from a newspaper database."""

from typing import NamedTuple

from sources.metadata import Metadata

__all__ = ["Article"]


class Article(NamedTuple):
    """An article's own words, what stands about them, and the line that it begins on, from 1."""

    text: str
    metadata: Metadata
    line: int
    dateline: str | None = None
