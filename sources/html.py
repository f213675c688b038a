"""Web pages: one page, one report, freed of menus and comments."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import islice
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.draft import Draft, finished
from sources.encoding import loosely_decoded
from sources.markup import published_in
from sources.options import ReadOptions
from sources.refusal import Refusal
from sources.source import Source
from sources.whole import read_whole

__all__ = ["HtmlReader", "plain_text"]

LEAST_TEXT = 20  # characters; a note of one sentence is a report
# The search for the main text takes seconds at these sizes and minutes beyond; then all of the text is taken.
MOST_TAGS = 20_000  # news pages have a tenth
LONGEST_PAGE = 2_000_000  # characters
LOGGERS = ("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer")
ASIDE = ("script", "style", "noscript", "nav", "header", "footer", "aside", "form", "button", "select", "template")
BLOCKS = ("p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "blockquote", "section", "article")

# A tag of more characters holds a picture, or thousands of attributes that take minutes to compare.
_HUGE_TAG = re.compile(r"<([a-z][a-z0-9]{0,10})\b[^<>]{20000,}>?", re.IGNORECASE)
_DECLARED = re.compile(
    r"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,30})""", re.IGNORECASE
)
# What was passed is not looked at again, or thirty comments would take a minute, and forty for ever.
_PAGE = re.compile(
    r"\s*+(?>(?:<\?xml[^>]*>|<!--.*?-->)\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


class HtmlReader:
    """Reads the main text of a page, with the title, day, byline and outlet that its markup names."""

    name = "html"
    media_types = ("text/html",)
    suffixes = (".html", ".htm", ".xhtml")
    is_signed = True
    is_binary = False

    def accepts(self, head: bytes) -> bool:
        """Take what begins like a page."""
        return bool(_PAGE.match(loosely_decoded(head).lstrip("\ufeff")))

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Reject]:
        """Give the report, paragraphs on lines of their own."""
        declared = _DECLARED.search(loosely_decoded(source.head[:4_096]))
        named = source.encoding or (declared[1] if declared else None)  # the server's word outranks the page's
        whole = read_whole(source, options, declared=named)
        if isinstance(whole, Refusal):
            yield source.refused(whole)
            return
        values = _read_page(whole.text)
        if isinstance(values, Refusal):
            yield source.refused(values)
            return
        draft = Draft.model_validate({**values, "media_type": self.media_types[0], "raw_sha256": whole.sha256})
        yield from finished(draft, options, source)


def _read_page(markup: str) -> dict[str, str | None] | Refusal:
    """Give the draft's values."""
    markup = _HUGE_TAG.sub(r"<\1>", markup)
    parser = _parser()
    page = _parsed(markup, parser)
    if page is None:
        return _without_text()
    document = None if _is_huge(page, markup) else _extracted(markup)
    url = document.url if document else None
    values = {"url": url, "title": page.findtext(".//title"), "published": published_in(page, url)}
    if document:
        publisher = document.sitename or document.hostname
        values |= {"title": document.title, "byline": document.author, "publisher": publisher}
    text = (document.text if document else None) or _plain_text(page)
    if text.strip():
        return {**values, "text": text.strip()}
    is_cut = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return _too_deep() if is_cut else _without_text()


def _is_huge(page: HtmlElement, markup: str) -> bool:
    return len(markup) > LONGEST_PAGE or next(islice(page.iter(), MOST_TAGS, None), None) is not None


def _too_deep() -> Refusal:
    return Refusal(
        reason=RejectReason.MALFORMED,
        detail="The page is nested thousands of boxes deep and cannot be read. Save its text as .txt.",
    )


def _without_text() -> Refusal:
    return Refusal(
        reason=RejectReason.EMPTY,
        detail="The page has no text of its own. Leave it out, or fetch it again.",
    )


def _extracted(markup: str) -> Any:  # noqa: ANN401  (trafilatura has no types)
    """Ask trafilatura for the main text and the metadata; None where it finds none."""
    from trafilatura import bare_extraction  # noqa: PLC0415  (loading it is slow, and most runs read no page)

    with _silenced():
        try:
            return bare_extraction(
                markup,
                with_metadata=True,
                include_comments=False,
                prune_xpath=["//nav", "//noscript"],
                # The date is read from the markup by `published_in`; this search must not depend on today.
                date_extraction_params={"extensive_search": False, "max_date": "2100-12-31"},
                config=_settings(),
            )
        except Exception:  # noqa: BLE001  (hostile markup raises anything inside; the plain text is left)
            return None


def _parsed(markup: str, parser: HTMLParser) -> HtmlElement | None:
    try:
        return document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):  # a page of nothing but comments
        return None


def plain_text(markup: str) -> str:
    r"""Give all words of a piece of HTML, paragraphs on lines of their own: of a mail, of an entry in a feed.

    >>> plain_text("<p>Two died<br>in <b>Hama</b>.</p><script>count()</script><p>Three fled.</p>")
    'Two died\nin Hama.\nThree fled.'
    """
    page = _parsed(_HUGE_TAG.sub(r"<\1>", markup), _parser())
    return "" if page is None else _plain_text(page)


def _parser() -> HTMLParser:
    return HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)


def _plain_text(page: HtmlElement) -> str:
    """Give all words of a page whose main text is not found: a fragment, a thousand boxes. It uses up the page."""
    etree.strip_elements(page, *ASIDE, "head", with_tail=False)
    for tag in page.iter(*BLOCKS):
        tag.text = f"\n{tag.text or ''}"
        tag.tail = f"\n{tag.tail or ''}"
    lines = (" ".join(line.split()) for line in "".join(page.itertext()).split("\n"))
    return "\n".join(line for line in lines if line)


@contextmanager
def _silenced() -> Iterator[None]:
    """Keep what the libraries log about odd pages off the screen: the reject says it."""
    loggers = [logging.getLogger(name) for name in LOGGERS]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


@cache
def _settings() -> Any:  # noqa: ANN401  (trafilatura has no types)
    from trafilatura.settings import use_config  # noqa: PLC0415  (as above)

    settings = use_config()
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(LEAST_TEXT))
    return settings
