"""Saved pages of Factiva: many articles, each in a box of its own or in a table of codes."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.article import Article
from sources.articles import reports_of
from sources.databases.cover import untold, without_text
from sources.databases.factiva_coded import article_of
from sources.databases.factiva_document import document_in
from sources.databases.factiva_plain import header_of, is_count
from sources.databases.lines import body_of, name_in, one_line
from sources.databases.words import any_of, database_words
from sources.draft import Draft
from sources.encoding import loosely_decoded
from sources.metadata import Metadata
from sources.options import ReadOptions
from sources.refusal import Refusal
from sources.source import Source
from sources.whole import read_whole

__all__ = ["FactivaPageReader"]

CELLS = 2  # a code and what it says
LEAST_CODES = 3  # different ones in the first bytes of a page that names the database nowhere
MOST_UNDER = 40  # lines of a header, a broken copyright with them
BREAKS = frozenset({"div", "p", "pre", "br", "li", "tr", "td", "table", "h1", "h2", "h3", "h4"})

_TITLE = re.compile(r"<title[^>]{0,100}>\s*(?:Dow\s+Jones\s+)?Factiva\b", re.IGNORECASE)
_BOX = re.compile(r"""class=["']article\s+[a-z]{2,8}Article\b""")
_BOX_CLASS = re.compile(r"[a-z]{2,8}Article")
_HEADLINE_CLASS = re.compile(r"[a-z]{2,8}Headline")


class _Mark(Enum):
    """What a box holds."""

    TEXT = auto()
    TYPED = auto()  # text of which every line is kept
    HEADLINE = auto()
    BYLINE = auto()


class _Line(NamedTuple):
    words: str
    marks: frozenset[_Mark]


class FactivaPageReader:
    """Reads the articles of a page that Factiva wrote, however much of its own machinery stands around them."""

    name = "factiva"
    media_types = ("text/html",)
    suffixes: tuple[str, ...] = ()
    is_signed = True
    is_binary = False

    def accepts(self, head: bytes) -> bool:
        """Take a page by its title, by a box of an article, or by a table of codes."""
        page = loosely_decoded(head).lstrip("\ufeff \t\r\n")
        if not page.startswith("<"):  # a page within something else: a mail, a line of JSON
            return False
        return bool(_TITLE.search(page) or _BOX.search(page)) or len(set(_code_cell().findall(page))) >= LEAST_CODES

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Reject]:
        """Give a report for each article."""
        whole = read_whole(source, options)
        if isinstance(whole, Refusal):
            yield source.refused(whole)
            return
        articles = _articles(whole.text)
        if not articles:
            yield source.refused(_without_articles())
            return
        draft = Draft(text="", media_type=self.media_types[0], raw_sha256=whole.sha256)
        yield from reports_of(articles, draft, options, source)


def _articles(markup: str) -> list[Article | Refusal]:
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        page = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):  # nothing but comments
        return []
    etree.strip_elements(page, "script", "style", "noscript", "head", with_tail=False)
    return _in_tables(page) or [_in_box(box) for box in _boxes(page)]


def _in_tables(page: HtmlElement) -> list[Article | Refusal]:
    """Read the rows of tables, a code and what it says; the number ends an article."""
    names = database_words().factiva
    known = {*names.above, *names.text, *names.below}
    found: list[Article | Refusal] = []
    values: dict[str, list[str]] = {}
    for row in page.iter("tr"):
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        code = " ".join("".join(cells[0].itertext()).split()) if len(cells) == CELLS else ""
        if code not in known:
            continue
        values.setdefault(code, []).extend(line.words for line in _lines(cells[1]))
        if code == names.external_id:
            found.append(article_of(values, row.sourceline or 1))
            values = {}
    if values:
        found.append(untold([one_line(values.get(names.title, ())) or ""]))
    return found if any(isinstance(article, Article) for article in found) else []


def _boxes(page: HtmlElement) -> list[HtmlElement]:
    """Give the boxes of articles: `article enArticle` is the class, or `article` where none is so named."""
    boxes = [box for box in page.iter("div") if "article" in _classes(box)]
    named = [box for box in boxes if any(map(_BOX_CLASS.fullmatch, _classes(box)))]
    taken: set[HtmlElement] = set()
    for box in named or boxes:
        if taken.isdisjoint(box.iterancestors("div")):
            taken.add(box)
    return [box for box in named or boxes if box in taken]


def _classes(element: HtmlElement) -> list[str]:
    return (element.get("class") or "").split()


def _in_box(box: HtmlElement) -> Article | Refusal:
    """Read one box: lines of the header, paragraphs, at last the number."""
    every = list(_lines(box))
    text = [line.words for line in every if _Mark.TEXT in line.marks]
    others = [line for line in every if _Mark.TEXT not in line.marks and line.words.strip()]
    lines = [line.words for line in others]
    count = next((at for at, line in enumerate(lines) if is_count(line)), None)
    header = header_of(lines[count : count + MOST_UNDER]) if count is not None else None
    title = one_line([line.words for line in others if _Mark.HEADLINE in line.marks])
    if header is None or count is None:
        return untold([title or "", *lines, *text])
    if not text:  # paragraphs that are not marked: all that stands between header and number
        end = next((at for at, line in enumerate(lines) if document_in(line)), len(lines))
        text = lines[count + header.lines : end]
    if not body_of(text):
        return without_text(title)
    byline = next((line.words for line in others if _Mark.BYLINE in line.marks), None)
    metadata = Metadata(
        external_id=next((number for line in reversed(lines) if (number := document_in(line))), None),
        publisher=header.publisher,
        title=title or (lines[0] if count else None),
        byline=name_in(byline) if byline else None,
        language=header.language,
        published=header.published,
    )
    return Article(body_of(text), metadata, box.sourceline or 1)


def _lines(element: HtmlElement) -> Iterator[_Line]:
    """Give the lines of an element as a page shows them, with the marks of the boxes that they stand in."""
    words: list[str] = []
    marks: list[_Mark] = []
    seen: set[_Mark] = set()
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        if inner.tag in BREAKS:
            yield from _shown(words, seen)
            words, seen = [], set()
        if event == "start":
            marks += (mark,) if (mark := _mark(inner)) else ()
            said = inner.text
        else:
            said = inner.tail if inner is not element else None
            if _mark(inner):
                marks.pop()
        if said:
            words.append(said)
            seen.update(marks if said.strip() else ())
    yield from _shown(words, seen)


def _shown(words: Sequence[str], marks: set[_Mark]) -> Iterator[_Line]:
    """Give the words between two breaks: on one line, save where they are typed as they are."""
    line = "".join(words)
    if _Mark.TYPED in marks:
        yield from (_Line(typed, frozenset({*marks, _Mark.TEXT})) for typed in line.split("\n"))
    elif shown := " ".join(line.split()):
        yield _Line(shown, frozenset(marks))


def _mark(element: HtmlElement) -> _Mark | None:
    classes = _classes(element)
    if element.tag == "pre":
        return _Mark.TYPED
    if "articleParagraph" in classes:
        return _Mark.TEXT
    if element.get("id") == "hd" or any(map(_HEADLINE_CLASS.fullmatch, classes)):
        return _Mark.HEADLINE
    return _Mark.BYLINE if "author" in classes else None


def _without_articles() -> Refusal:
    return Refusal(
        reason=RejectReason.NO_TEXT,
        detail="The page is of Factiva and has no article in full. Save the articles, not the list of their headlines.",
    )


@cache
def _code_cell() -> re.Pattern[str]:
    """Know a cell of a table that holds a code: `<td class="index"><b>HD</b>&nbsp;</td>`."""
    names = database_words().factiva
    codes = any_of((*names.above, *names.text, *names.below))
    return re.compile(rf"<td\b[^>]{{0,200}}>\s*(?:<(?:b|strong|span)\b[^>]{{0,100}}>\s*)?({codes})\s*(?:&nbsp;|\s|</)")
