"""Plain text: one file, one report, or the articles of a download."""

from collections.abc import Iterator

from schemas.report import Reject, Report
from sources.articles import reports_in
from sources.draft import Draft
from sources.encoding import is_text
from sources.options import ReadOptions
from sources.refusal import Refusal
from sources.source import Source
from sources.whole import read_whole

__all__ = ["TextReader"]


class TextReader:
    """Reads a text whole; title, date, byline and outlet are recognised in its first lines and stay there."""

    name = "text"
    media_types = ("text/plain",)
    suffixes = (".txt", ".text")
    is_signed = False
    is_binary = False

    def accepts(self, head: bytes) -> bool:
        """Take whatever is text."""
        return is_text(head)

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Reject]:
        """Give the report, or those of a download."""
        whole = read_whole(source, options, declared=source.encoding)
        if isinstance(whole, Refusal):
            yield source.refused(whole)
            return
        draft = Draft(
            text=whole.text,
            media_type=self.media_types[0],
            raw_sha256=whole.sha256,
            has_front_matter=True,
        )
        yield from reports_in(draft, options, source)
