"""OpenDocument texts (.odt): their paragraphs as they stand, without what was deleted."""

import re
from collections.abc import Iterator
from contextlib import suppress

from schemas.report import Reject, Report
from sources.documents.document import Document, reports_of
from sources.documents.package import Package, PackageError, is_package, locked, open_package, split_name
from sources.documents.paragraphs import Paragraphs
from sources.documents.properties import Properties, borne_out
from sources.options import ReadOptions
from sources.refusal import Refusal
from sources.source import Source

__all__ = ["OdtReader"]

KIND = "OpenDocument text"
MANIFEST = "META-INF/manifest.xml"
MOST_SPACES = 100  # that one tag may stand for; a hostile one says two billion
PARAGRAPHS = ("p", "h")
# What was deleted is kept before the text; comments are no part of it, nor is the number of a note.
ASIDE = frozenset(("tracked-changes", "annotation", "note-citation", "forms", "variable-decls", "sequence-decls"))


class OdtReader:
    """Reads paragraphs, tables cell by cell, boxes and notes; headers and footers of pages are left out."""

    name = "odt"
    media_types = ("application/vnd.oasis.opendocument.text",)
    suffixes = (".odt", ".ott")
    is_signed = True
    is_binary = True

    def accepts(self, head: bytes) -> bool:
        """Take a package that says at its very beginning that it is one."""
        return is_package(head) and head[30:].startswith(b"mimetype" + self.media_types[0].encode())

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Reject]:
        """Give the report, or those of a download."""
        yield from reports_of(source, options, media_type=self.media_types[0], parse=_parsed)


def _parsed(data: bytes, options: ReadOptions) -> Document | Refusal:
    package = open_package(data, kind=KIND, largest_report=options.largest_report)
    if isinstance(package, Refusal):
        return package
    if MANIFEST in package.names and b"encryption-data" in package.read(MANIFEST):
        return locked(KIND)
    body = _Body()
    package.hear("content.xml", body)
    text = body.paragraphs.text()
    return Document(text=text, metadata=borne_out(text, **_properties(package)))


def _properties(package: Package) -> dict[str, str | None]:
    properties = Properties()
    with suppress(PackageError):  # the text is no worse for it
        package.hear("meta.xml", properties)
    values = properties.values
    return {"title": values.get("title"), "byline": values.get("initial-creator") or values.get("creator")}


class _Body:
    """Gathers the paragraphs of a text; those of notes come at its end."""

    def __init__(self) -> None:
        self.paragraphs = Paragraphs()
        self._aside = 0  # how deep within what is left out
        self._notes = 0  # how deep within notes

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = split_name(tag)[1]
        if self._aside or name in ASIDE:
            self._aside += 1
            return
        self._notes += name == "note-body"
        if name in PARAGRAPHS:
            self.paragraphs.begin()
        elif name == "s":
            self.paragraphs.add(" " * _count(attributes))
        self.paragraphs.add(_MARKS.get(name, ""))

    def end(self, tag: str) -> None:
        name = split_name(tag)[1]
        if self._aside:
            self._aside -= 1
            return
        self._notes -= name == "note-body"
        if name in PARAGRAPHS:
            self.paragraphs.end(is_apart=self._notes > 0)

    def data(self, words: str) -> None:
        if not self._aside:
            self.paragraphs.add(_SPACE.sub(" ", words))


_MARKS = {"tab": "\t", "line-break": "\n"}
_SPACE = re.compile(r"[ \t\r\n]+")  # one space, says the format, where a tag does not say more


def _count(attributes: dict[str, str]) -> int:
    written = next((value for key, value in attributes.items() if key.endswith("}c")), "1")
    is_number = written.isascii() and written.isdigit() and len(written) < MOST_SPACES
    return min(int(written), MOST_SPACES) if is_number else 1
