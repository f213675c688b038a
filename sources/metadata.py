"""What is said of a report beside its words."""

from schemas.record import Record

__all__ = ["Metadata"]


class Metadata(Record):
    """Values as written, by a report's own file or by what it came in: an archive's record, a mail, a feed."""

    external_id: str | None = None
    publisher: str | None = None
    title: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
