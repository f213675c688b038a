"""A report: what was published."""

import unicodedata
from datetime import date, datetime
from typing import Self

from schemas.record import Record, content_id
from schemas.vocabulary import RejectReason

__all__ = ["Reject", "Report"]


class Report(Record):
    """One published text. Spans of claims count the code points of `text`, which is in NFC.

    `published` is the outlet's own day; `published_at` the moment in UTC where it is known.
    `raw_sha256` is the hex digest of the bytes that the report was read from; `file` and `part` (a line, an
    article, pages) say where they stood when it was first read, and do not make the report another.
    """

    report_id: str
    external_id: str | None = None
    publisher: str | None = None
    title: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    published: date | None = None
    published_at: datetime | None = None
    dateline: str | None = None
    text: str
    media_type: str
    raw_sha256: str
    file: str | None = None
    part: str | None = None

    @classmethod
    def identified(
        cls,
        *,
        text: str,
        media_type: str,
        raw_sha256: str,
        external_id: str | None = None,
        publisher: str | None = None,
        title: str | None = None,
        byline: str | None = None,
        url: str | None = None,
        language: str | None = None,
        published: date | None = None,
        published_at: datetime | None = None,
        dateline: str | None = None,
        file: str | None = None,
        part: str | None = None,
    ) -> Self:
        """Make a report and name it by its words.

        The id hashes publisher, published, `external_id` (else url), title and text: the same words
        from two publishers are two reports.
        """
        words = unicodedata.normalize("NFC", text)
        day = published.isoformat() if published else None
        return cls(
            report_id=content_id("r", [publisher, day, external_id or url, title, words]),
            external_id=external_id,
            publisher=publisher,
            title=title,
            byline=byline,
            url=url,
            language=language,
            published=published,
            published_at=published_at,
            dateline=dateline,
            text=words,
            media_type=media_type,
            raw_sha256=raw_sha256,
            file=file,
            part=part,
        )


class Reject(Record):
    """Something that was set aside, where it stood and why; `part` is a page, line or entry."""

    path: str
    part: str | None = None
    reason: RejectReason
    detail: str
