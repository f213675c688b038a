"""EML: a file that is one mail."""

from collections.abc import Iterator

from schemas.report import Reject, Report
from sources.mail.headers import begins_like_a_mail
from sources.mail.message import MESSAGE, read_mail
from sources.options import ReadOptions
from sources.source import Source, too_large

__all__ = ["EmlContainer"]


class EmlContainer:
    """Reads the mail's words as a report; what is attached is read as if it lay in a folder."""

    name = "eml"
    suffixes = (".eml",)

    def accepts(self, head: bytes) -> bool:
        """Take what begins with the lines that stand above a mail."""
        return not head.startswith(b"From ") and begins_like_a_mail(head)

    def members(self, source: Source, options: ReadOptions) -> Iterator[Source | Report | Reject]:
        """Give the report, then the attachments."""
        largest = MESSAGE * options.largest_report
        data = source.stream.read(largest + 1)
        if len(data) > largest:
            yield source.refused(too_large(source.size, largest))
            return
        yield from read_mail(data, source, options, part=source.part)
