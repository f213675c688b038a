"""Word documents (.docx): their paragraphs as they stand, without what was deleted; macros are never touched."""

from collections.abc import Iterator
from contextlib import suppress
from posixpath import normpath

from schemas.report import Reject, Report
from sources.documents.document import Document, reports_of
from sources.documents.package import Package, PackageError, is_package, locked, names_in, open_package, split_name
from sources.documents.paragraphs import Paragraphs
from sources.documents.properties import Properties, borne_out
from sources.options import ReadOptions
from sources.refusal import Refusal
from sources.source import Source

__all__ = ["OLE", "DocxReader", "is_locked"]

KIND = "Word document"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word's old format begins so, and so does a new one with a password
RELATIONS = "_rels/.rels"
PROPERTIES = "docProps/core.xml"
# What was deleted or moved away, what older programs are shown instead, and what is set about a paragraph.
ASIDE = frozenset(("del", "moveFrom", "Fallback", "pPr", "rPr", "rt"))
NOTES = {"footnotes": "footnote", "endnotes": "endnote"}


class DocxReader:
    """Reads paragraphs, tables cell by cell, boxes and notes; headers and footers of pages are left out."""

    name = "docx"
    media_types = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",)
    suffixes = (".docx", ".docm", ".dotx", ".dotm")
    is_signed = True
    is_binary = True

    def accepts(self, head: bytes) -> bool:
        """Take a package that has Word's parts, or names none of another program's."""
        names = names_in(head) if is_package(head) else []
        if any(name.startswith(b"word/") for name in names):
            return True
        others = any(name.startswith((b"xl/", b"ppt/", b"visio/")) for name in names)
        return names[:1] == [b"[Content_Types].xml"] and not others

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Reject]:
        """Give the report, or those of a download."""
        yield from reports_of(source, options, media_type=self.media_types[0], parse=_parsed)


def is_locked(data: bytes) -> bool:
    """Know a document of the new format with a password: it is packed into the old one."""
    return data.startswith(OLE) and "EncryptedPackage".encode("utf-16-le") in data


def _parsed(data: bytes, options: ReadOptions) -> Document | Refusal:
    if is_locked(data):
        return locked(KIND)
    package = open_package(data, kind=KIND, largest_report=options.largest_report)
    if isinstance(package, Refusal):
        return package
    text = _text(package, _main_part(package))
    return Document(text=text, metadata=borne_out(text, **_properties(package)))


def _main_part(package: Package) -> str:
    """Find the document within its package: "word/document.xml", but "word/document2.xml" in the online Word."""
    relations = _Relations()
    if RELATIONS in package.names:
        package.hear(RELATIONS, relations)
    if relations.target is None:
        return "word/document.xml"
    return normpath(relations.target.lstrip("/"))


def _text(package: Package, main: str) -> str:
    """Give the paragraphs of the document, then those of its notes."""
    body = _Body()
    package.hear(main, body)
    folder = main.rpartition("/")[0]
    for part in NOTES:
        if (name := f"{folder}/{part}.xml") in package.names:
            package.hear(name, body)
    return body.paragraphs.text()


def _properties(package: Package) -> dict[str, str | None]:
    properties = Properties()
    if PROPERTIES in package.names:
        with suppress(PackageError):  # the text is no worse for it
            package.hear(PROPERTIES, properties)
    return {"title": properties.values.get("title"), "byline": properties.values.get("creator")}


class _Relations:
    """Finds what a package says that its document is."""

    def __init__(self) -> None:
        self.target: str | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag.endswith("}Relationship") and attributes.get("Type", "").endswith("/officeDocument"):
            self.target = attributes.get("Target")

    def end(self, tag: str) -> None:
        pass

    def data(self, words: str) -> None:
        pass


class _Body:
    """Gathers the paragraphs of a document's main part and of its notes."""

    def __init__(self) -> None:
        self.paragraphs = Paragraphs()
        self._aside = 0  # how deep within what is left out
        self._is_text = False
        self._space = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        space, name = split_name(tag)
        self._space = self._space or space  # the root's; the strict kind of document has another than the usual
        if self._aside or name in ASIDE or _is_rule(name, attributes):
            self._aside += 1
        elif space == self._space:
            self._is_text = name == "t"
            if name == "p":
                self.paragraphs.begin()
            self.paragraphs.add(_MARKS.get(name, ""))

    def end(self, tag: str) -> None:
        self._is_text = False
        if self._aside:
            self._aside -= 1
        elif tag == f"{{{self._space}}}p":
            self.paragraphs.end()

    def data(self, words: str) -> None:
        if self._is_text and not self._aside:
            self.paragraphs.add(words)


_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def _is_rule(name: str, attributes: dict[str, str]) -> bool:
    """Know the notes that are none: the rule above the notes of a page."""
    types = (value for key, value in attributes.items() if key.endswith("}type"))
    return name in NOTES.values() and next(types, "normal") != "normal"
