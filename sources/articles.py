"""One file of many articles: a download from a newspaper database, in whatever format it was saved."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from schemas.report import Reject, Report
from sources.article import Article
from sources.databases.factiva import Factiva
from sources.databases.nexis import Nexis
from sources.draft import Draft, finished
from sources.metadata import Metadata
from sources.options import ReadOptions
from sources.refusal import Refusal
from sources.source import Source

__all__ = ["LAYOUTS", "Article", "Layout", "reports_in", "reports_of"]


class Layout(Protocol):
    """How a newspaper database writes its downloads, line by line: the same in Word, RTF, PDF and plain text."""

    @property
    def name(self) -> str:
        """What the database is called."""

    def split(self, text: str) -> list[Article | Refusal] | None:
        """Give the articles of a download in their order; None where the text is no download of this database.

        A refusal stands in the place of an article that cannot be told from its header; one that is a warning
        stands for none and says what the download as a whole lacks.
        """


LAYOUTS: tuple[Layout, ...] = (Nexis(), Factiva())


def reports_in(draft: Draft, options: ReadOptions, source: Source) -> Iterator[Report | Reject]:
    """Make reports of a text: the articles of a download where a layout knows it, else the one that it is."""
    articles = next((found for layout in LAYOUTS if (found := layout.split(draft.text))), None)
    if articles:
        yield from reports_of(articles, draft, options, source)
    else:
        yield from finished(draft, options, source)


def reports_of(
    articles: Sequence[Article | Refusal], draft: Draft, options: ReadOptions, source: Source
) -> Iterator[Report | Reject]:
    """Make reports of the articles of a download, counted from 1; `draft` says what they came in."""
    number = 0
    for article in articles:
        if isinstance(article, Refusal) and article.reason.is_warning:
            yield source.refused(article)
            continue
        number += 1
        part = f"{source.part}, article {number}" if source.part else f"article {number}"
        if isinstance(article, Refusal):
            yield source.refused(article, part=part)
            continue
        values = {**article.metadata.model_dump(exclude_none=True), "dateline": article.dateline}
        own = draft.model_copy(update={**_BLANK, **values, "text": article.text, "has_front_matter": False})
        yield from finished(own, options, source, part=part)


# What is said of the whole file is said of none of its articles.
_BLANK = Metadata().model_dump()
