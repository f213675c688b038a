"""Books (.epub): the chapters in their order, each with a heading a report of its own."""

import re
from collections.abc import Iterator
from dataclasses import replace
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.articles import reports_in
from sources.documents.document import too_long
from sources.documents.package import Package, PackageError, broken, is_package, locked, open_package, split_name
from sources.documents.paragraphs import PARAGRAPH_END, joined
from sources.documents.properties import Properties
from sources.draft import Draft
from sources.encoding import marked_encoding
from sources.metadata import Metadata
from sources.options import ReadOptions
from sources.refusal import Refusal
from sources.source import Source
from sources.whole import read_bytes

__all__ = ["EpubReader"]

KIND = "EPUB book"
CONTAINER = "META-INF/container.xml"
ENCRYPTION = "META-INF/encryption.xml"
HEADINGS = ("h1", "h2", "h3")
ASIDE = frozenset(("head", "script", "style", "nav", "template"))
BLOCKS = frozenset(
    ("p", "div", "li", "tr", "td", "th", "dt", "dd", "blockquote", "section", "article", "body", "figcaption", "pre")
) | {f"h{level}" for level in range(1, 7)}
_SPACE = re.compile(r"[ \t\r\n]+")


class EpubReader:
    """Reads the pages of the spine; one without a heading goes on with the chapter before it."""

    name = "epub"
    media_types = ("application/epub+zip",)
    suffixes = (".epub",)
    is_signed = True
    is_binary = True

    def accepts(self, head: bytes) -> bool:
        """Take a package that says at its very beginning that it is one."""
        return is_package(head) and head[30:].startswith(b"mimetype" + self.media_types[0].encode())

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Reject]:
        """Give the report of each chapter, or of the whole book where no page has a heading."""
        whole = read_bytes(source, options)
        if isinstance(whole, Refusal):
            yield source.refused(whole)
            return
        book = _read_book(whole.data, options)
        if isinstance(book, Refusal):
            yield source.refused(book)
            return
        told = {**book.said, **source.metadata.model_dump(exclude_none=True)}
        has_chapters = any(chapter.title for chapter in book.chapters)
        for number, chapter in enumerate(book.chapters, start=1):
            part = ", ".join(filter(None, (source.part, f"chapter {number}" if has_chapters else None)))
            draft = Draft(
                text=chapter.text,
                title=chapter.title,
                media_type=self.media_types[0],
                raw_sha256=whole.sha256,
                has_front_matter=True,
            )
            yield from reports_in(draft, options, replace(source, part=part or None, metadata=Metadata(**told)))


class _Chapter(NamedTuple):
    """A heading, where there is one, and all words, the heading's among them."""

    title: str | None
    text: str


class _Book(NamedTuple):
    """What a book says of itself, and its chapters."""

    said: dict[str, str]
    chapters: list[_Chapter]


def _read_book(data: bytes, options: ReadOptions) -> _Book | Refusal:
    package = open_package(data, kind=KIND, largest_report=options.largest_report)
    if isinstance(package, Refusal):
        return package
    if "META-INF/rights.xml" in package.names or "META-INF/license.lcpl" in package.names:
        return Refusal(
            reason=RejectReason.UNREADABLE,
            detail="The book is locked by its seller and cannot be read. Ask for a copy without such a lock.",
        )
    try:
        index = _Index()
        folder = _hear_index(package, index)
        pages = [normpath(join(folder, unquote(name))) for name in index.pages()]
        if ENCRYPTION in package.names and any(page.encode() in package.read(ENCRYPTION) for page in pages):
            return locked(KIND)
        chapters = _chapters(package, pages)
    except PackageError as error:
        return error.refusal
    longest = max((len(chapter.text) for chapter in chapters), default=0)
    if longest > options.largest_report:
        return too_long(longest, options)
    if not chapters:
        return Refusal(reason=RejectReason.EMPTY, detail="The book has no words. Leave it out, or fetch it again.")
    return _Book(index.said(), chapters)


def _hear_index(package: Package, index: "_Index") -> str:
    """Read the part that lists the others; give the folder that it counts their places from."""
    container = _Container()
    package.hear(CONTAINER, container)
    if not container.index:
        raise PackageError(broken(KIND))
    package.hear(container.index, index)
    return dirname(container.index)


def _chapters(package: Package, pages: list[str]) -> list[_Chapter]:
    """Read the pages; each page is read once, however often the index names it."""
    chapters: list[_Chapter] = []
    for name in dict.fromkeys(pages):
        page = _read_page(package.read(name))
        if page.text and chapters and not page.title:
            chapters[-1] = _Chapter(chapters[-1].title, f"{chapters[-1].text}{PARAGRAPH_END}{page.text}")
        elif page.text:
            chapters.append(page)
    return chapters


def _read_page(data: bytes) -> _Chapter:
    """Read a page as browsers do, which take it as it is and know nothing of entities of its own."""
    encoding = marked_encoding(data) or "utf-8"
    parser = HTMLParser(encoding=encoding, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        page = document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError, LookupError):  # a page of nothing but comments
        return _Chapter(None, "")
    heading = next((words for tag in page.iter(*HEADINGS) if (words := " ".join(tag.itertext()).strip())), None)
    return _Chapter(heading, _text(page))


def _text(page: HtmlElement) -> str:
    """Give the words of a page, its blocks as paragraphs."""
    pieces: list[str] = []
    aside = 0
    for event, tag in etree.iterwalk(page, events=("start", "end")):
        is_start = event == "start"
        if tag.tag in ASIDE:
            aside += 1 if is_start else -1
        if tag.tag in BLOCKS:
            pieces.append("\0")
        if tag.tag == "br" and is_start:
            pieces.append("\n")
        if not aside:
            pieces.append(_SPACE.sub(" ", (tag.text if is_start else tag.tail) or ""))
    return joined("".join(pieces).split("\0"))


class _Container:
    """Finds the part that lists the others."""

    def __init__(self) -> None:
        self.index = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if split_name(tag)[1] == "rootfile" and not self.index:
            self.index = normpath(attributes.get("full-path", ""))

    def end(self, tag: str) -> None:
        pass

    def data(self, words: str) -> None:
        pass


class _Index(Properties):
    """Gathers what a book says of itself, its parts, and the order in which they are read."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: dict[str, str] = {}
        self._spine: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Hear of a part, a page or a property."""
        name = split_name(tag)[1]
        if name == "item" and "nav" not in attributes.get("properties", "").split():
            self._parts[attributes.get("id", "")] = attributes.get("href", "")
        elif name == "itemref" and attributes.get("linear") != "no":
            self._spine.append(attributes.get("idref", ""))
        elif name != "date" or attributes.get(_EVENT, "publication") == "publication":
            super().start(tag, attributes)

    def pages(self) -> list[str]:
        """Give the places of the pages in the order of reading."""
        return [self._parts[part] for part in self._spine if self._parts.get(part)]

    def said(self) -> dict[str, str]:
        """Give the language, outlet and day of a book; programs write the year 101 where there is none."""
        dates = {"published": self.values.get("date", "")} if _YEAR.match(self.values.get("date", "")) else {}
        named = {"language": self.values.get("language", ""), "publisher": self.values.get("publisher", "")}
        return {name: value for name, value in {**dates, **named}.items() if value.strip()}


_EVENT = "{http://www.idpf.org/2007/opf}event"
_YEAR = re.compile(r"\s*(?:19|20)\d\d\b")
