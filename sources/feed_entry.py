"""An entry of a feed: what its elements say of a report, in RSS of any age and in Atom."""

import html
import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from sources.html import plain_text
from sources.outlet import leading_outlet, outlet_named

__all__ = ["LANG", "Element", "entry_values", "local_name", "outlet_of", "written"]

Element = Any  # lxml has no types

# Names without their namespaces, the surest first: feeds misspell and leave out namespaces.
TEXTS = ("encoded", "content", "fulltext", "full-text", "body", "description", "summary", "subtitle")
DATES = ("pubDate", "pubdate", "published", "issued", "date", "created", "updated", "modified")
AUTHORS = ("creator", "author")
IDS = ("guid", "id")
LINKS = ("origLink", "link")
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ENTITY = re.compile(r"&(?:#\w{1,8}|\w{2,32});")
_MAIL_AND_NAME = re.compile(r"\S+@\S+\s+\((.+)\)")
_PARTING = re.compile(r"\s+[-–—|»:]\s+|:\s+")


def local_name(element: Element) -> str:
    """Give an element's name without its namespace, also where the namespace was never declared."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2] if isinstance(element.tag, str) else ""


def entry_values(entry: Element) -> dict[str, str | None]:
    """Give the draft's values of an entry, as far as it tells them itself."""
    title = written(entry, "title")
    return {
        "text": _text(entry),
        "title": _without_markup(title) if title else None,
        "published": written(entry, *DATES),
        "byline": _author(entry),
        "url": _link(entry),
        "external_id": written(entry, *IDS) or entry.get(ABOUT),
        "language": written(entry, "language") or entry.get(LANG),
        "publisher": written(entry, "source", "publisher"),
    }


def outlet_of(title: str) -> str:
    """Give the outlet that a channel is of: of "Example Wire - World" the first, else the title as it is.

    >>> outlet_of("World | Example Daily"), outlet_of("Example Monitor Top Stories"), outlet_of("Hama today")
    ('Example Daily', 'Example Monitor', 'Hama today')
    """
    pieces = [piece for piece in _PARTING.split(title) if piece]
    return next(filter(None, map(outlet_named, pieces)), None) or leading_outlet(title) or title


def written(element: Element, *names: str) -> str | None:
    """Give the words in the first child of one of these names that has any, the own namespace before others."""
    return next((words for child in _children(element, names) if (words := _words(child))), None)


def _children(element: Element, names: Sequence[str]) -> Iterator[Element]:
    space = str(element.tag).rpartition("}")[0]
    for name in names:
        named = [child for child in element if local_name(child) == name]
        yield from sorted(named, key=lambda child: str(child.tag).rpartition("}")[0] != space)


def _words(element: Element) -> str:
    """Give the words of an element; of a person or a source in Atom those of its name or title."""
    inner = next((child for child in element if local_name(child) in ("name", "title")), element)
    return "".join(inner.itertext()).strip()


def _text(entry: Element) -> str:
    """Give the longest telling that an entry has, by the names of its elements; a summary where there is no more."""
    for holder in (entry, *(child for child in entry if local_name(child) == "group")):
        for child in _children(holder, TEXTS):
            if text := _told(child):
                return text
    return ""


def _told(element: Element) -> str:
    if len(element):  # XHTML stands there as elements
        markup = etree.tostring(element, method="html", encoding="unicode", with_tail=False)
        return plain_text(_as_box(markup))
    text = "".join(element.itertext())
    return text.strip() if element.get("type") == "text" else _without_markup(text)


def _as_box(markup: str) -> str:
    """Write an element of the feed as a box of a page: HTML knows no "content"."""
    return f"<div>{markup.partition('>')[2].rpartition('</')[0]}</div>"


def _without_markup(text: str) -> str:
    """Give the words of what may be HTML or not: plain text stays as it is."""
    if _TAG.search(text):
        return plain_text(text)
    return html.unescape(text).strip() if _ENTITY.search(text) else text.strip()


def _author(entry: Element) -> str | None:
    names = [words for child in _children(entry, AUTHORS) if (words := _words(child))]
    told = dict.fromkeys(match[1] if (match := _MAIL_AND_NAME.fullmatch(name)) else name for name in names)
    return ", ".join(name for name in told if "@" not in name) or None


def _link(entry: Element) -> str | None:
    for child in _children(entry, LINKS):
        if words := _words(child) or (child.get("rel", "alternate") == "alternate" and child.get("href")):
            return str(words)
    guid = written(entry, "guid")
    return guid if guid and guid.startswith(("http://", "https://")) else None
