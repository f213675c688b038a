"""One file of many articles: a download from a newspaper database, in whatever format it was saved."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from schemas.report import Reject, Report
from sources.draft import Draft, finished
from sources.metadata import Metadata
from sources.options import ReadOptions
from sources.refusal import Refusal
from sources.source import Source

__all__ = ["LAYOUTS", "Article", "Layout", "reports_in"]


class Article(NamedTuple):
    """One article of a download: its own words, what stands about them, and the line that it begins on, from 1."""

    text: str
    metadata: Metadata
    line: int


class Layout(Protocol):
    """How a newspaper database writes its downloads, line by line: the same in Word, RTF, PDF and plain text."""

    @property
    def name(self) -> str:
        """What the database is called."""

    def split(self, text: str) -> list[Article | Refusal] | None:
        """Give the articles of a download in their order; None where the text is no download of this database."""


LAYOUTS: tuple[Layout, ...] = ()


def reports_in(draft: Draft, options: ReadOptions, source: Source) -> Iterator[Report | Reject]:
    """Make reports of a text: the articles of a download where a layout knows it, else the one that it is."""
    articles = next((found for layout in LAYOUTS if (found := layout.split(draft.text))), None)
    if not articles:
        yield from finished(draft, options, source)
        return
    for number, article in enumerate(articles, start=1):
        part = f"{source.part}, article {number}" if source.part else f"article {number}"
        if isinstance(article, Refusal):
            yield source.refused(article, part=part)
            continue
        values = article.metadata.model_dump(exclude_none=True)
        own = draft.model_copy(update={**_BLANK, **values, "text": article.text, "has_front_matter": False})
        yield from finished(own, options, source, part=part)


# What is said of the whole file is said of none of its articles.
_BLANK = Metadata().model_dump()
