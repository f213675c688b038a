"""The day of publication as the markup of a page tells it."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from schemas.codebook import load_codebook
from sources.publication import LONGEST, is_date, read_publication

__all__ = ["published_in"]

MOST_CANDIDATES = 50  # a page with more lists other pages and their days

_JSON_LD = re.compile(r'"datePublished"\s*:\s*"([^"\n]{4,60})"')
_DAY_IN_URL = re.compile(r"/(20\d\d|19\d\d)/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?=/|$)")


def published_in(page: HtmlElement, url: str | None) -> str | None:
    """Give the date as the page marks it; of several the first that can be read, else the first.

    Dates in running text and in captions are never taken: they are dates of other things.
    """
    dates = [date.strip() for date in _marked(page, url) if date and date.strip()]
    return next((date for date in dates if read_publication(date)), dates[0] if dates else None)


def _marked(page: HtmlElement, url: str | None) -> Iterator[str]:
    for script in page.iterfind('.//script[@type="application/ld+json"]'):
        yield from _JSON_LD.findall(script.text or "")[:1]
    meta = {(tag.get("property") or tag.get("name") or "").lower(): tag for tag in reversed(page.findall(".//meta"))}
    yield from (meta[name].get("content", "") for name in _markup()["meta"] if name in meta)
    for tag in page.iterfind('.//*[@itemprop="datePublished"]'):
        yield tag.get("content") or tag.get("datetime") or _short_text(tag)
    yield from _times(page)
    if url and (match := _DAY_IN_URL.search(url)):
        yield "-".join(match.groups())
    # What only looks like a date is taken if it is one, and no one is warned when it is none.
    candidates = map(_short_text, islice(_dated_classes(page), MOST_CANDIDATES))
    yield from (text for text in candidates if is_date(text))


def _times(page: HtmlElement) -> Iterator[str]:
    """Give the first <time> of the article, or the only one of the page."""
    times = page.findall(".//article//time[@datetime]")
    if not times:
        everywhere = page.findall(".//time[@datetime]")
        times = everywhere if len(everywhere) == 1 else []
    yield from (time.get("datetime", "") for time in times[:1])


def _dated_classes(page: HtmlElement) -> Iterator[HtmlElement]:
    markup = _markup()
    for tag in page.iter("span", "p", "div", "time", "li", "em", "small", "td"):
        names = f"{tag.get('class', '')} {tag.get('id', '')}".lower()
        if any(name in names for name in markup["classes"]) and not any(
            name in names for name in markup["not_classes"]
        ):
            yield tag


def _short_text(tag: HtmlElement) -> str:
    """Give a tag's words, none of a tag that holds more than a date."""
    words: list[str] = []
    size = 0
    for piece in tag.itertext():
        size += len(piece)
        if size > 2 * LONGEST:
            return ""
        words.append(piece)
    return " ".join(" ".join(words).split())


@cache
def _markup() -> dict[str, Any]:
    markup: dict[str, Any] = load_codebook("front_matter")["markup"]
    return markup
