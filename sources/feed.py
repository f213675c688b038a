"""Feeds: RSS of any age and Atom, a report an entry."""

import html
import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any

from lxml import etree

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.draft import Draft, finished
from sources.encoding import Decoded, decode, loosely_decoded
from sources.feed_entry import LANG, Element, entry_values, local_name, outlet_of, written
from sources.options import ReadOptions
from sources.raw import digest
from sources.refusal import Refusal, quoted
from sources.source import Source, too_large

__all__ = ["FeedReader"]

LONGEST_TAG = 20_000  # characters of a feed's own, which declares the names in its entries
FEED = 5  # times the largest report; a blog's whole export is a feed

# What was passed is not looked at again, or a thousand comments would take for ever.
PROLOGUE = r"\s*+(?>(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>)\s*)*+"

_ROOT = re.compile(rf"{PROLOGUE}(?P<root><(?P<name>(?:\w+:)?(?P<kind>rss|RDF|feed))\b[^<>]*>)", re.DOTALL)
_DECLARED = re.compile(r"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""")
# The tags of an entry, but for those that stand in raw sections and comments.
_MARK = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<(?P<end>/?)(?P<name>(?:\w+:)?(?:item|entry))(?=[\s/>])[^<>]*>",
    re.DOTALL,
)
_OF_FEEDS = re.compile(r"purl\.org/(?:rss|net/rss|atom)|netscape\.com/rdf|w3\.org/2005/Atom")
_PROLOGUE = re.compile(rf"\A{PROLOGUE}", re.DOTALL)
# A raw section, which stays as it is, else the name of a character or an ampersand that stands for itself.
_AMPERSAND = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?:(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,31});)?", re.DOTALL
)
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class FeedReader:
    """Reads each entry with what it and its channel say; an entry with no more than a summary is read, too."""

    name = "feed"
    media_types = ("application/rss+xml", "application/atom+xml")
    suffixes = (".rss", ".atom")
    is_signed = True
    is_binary = False

    def accepts(self, head: bytes) -> bool:
        """Take what begins like a feed."""
        match = _ROOT.match(loosely_decoded(head).lstrip("\ufeff"))
        return match is not None and (match["kind"] == "rss" or bool(_OF_FEEDS.search(match["root"])))

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Reject]:
        """Give the report of each entry; of a broken feed those that are whole."""
        largest = FEED * options.largest_report
        data = source.stream.read(largest + 1)
        if len(data) > largest:
            yield source.refused(too_large(source.size, largest))
            return
        declared = _DECLARED.search(loosely_decoded(data[:1_000]))
        decoded = decode(data, declared=declared[1] if declared else None)
        if isinstance(decoded, Refusal) and decoded.reason is not RejectReason.ENCODING:
            yield source.refused(decoded)
            return
        # What is broken in the middle of a character costs the entries in which it is.
        text = decoded.text if isinstance(decoded, Decoded) else data.decode("utf-8", "replace")
        broken = decoded if isinstance(decoded, Refusal) else None
        yield from _Feed(source, options, broken).read(_mended(text))


class _Feed:
    """One feed on its way in; each entry is parsed by itself, so that a broken one costs no other."""

    def __init__(self, source: Source, options: ReadOptions, broken: Refusal | None) -> None:
        self._source = source
        self._options = options
        self._broken = broken

    def read(self, text: str) -> Iterator[Report | Reject]:
        match = _ROOT.match(text)
        name = match["name"] if match else "rss"
        root, closing = f"<{name}>", f"</{name}>"
        if match and len(match["root"]) <= LONGEST_TAG:
            root = match["root"]
        channel: dict[str, str] | None = None
        number, end, line, counted = 0, 0, 1, 0
        for start, end in _entries(text):
            number += 1
            part = f"entry {number}"
            if channel is None:
                channel = _channel(text[:start])
            if end - start > self._options.largest_report:
                yield self._source.refused(too_large(end - start, self._options.largest_report), part=part)
                continue
            entry = _parsed(f"{root}{text[start:end]}{closing}")
            if isinstance(entry, str):
                line, counted = line + text.count("\n", counted, start), start
                yield self._source.refused(_broken(line, entry), part=part)
            else:
                yield from self._report(entry, channel, part, text[start:end])
        if closing[:-1] not in text[end:]:
            yield self._source.refused(_cut_off(number))
        elif not number:
            detail = "The feed has no entries. Leave it out, or fetch it again."
            yield self._source.refused(Refusal(reason=RejectReason.EMPTY, detail=detail))

    def _report(self, entry: Element, channel: dict[str, str], part: str, raw: str) -> Iterator[Report | Reject]:
        values = entry_values(entry)
        if self._broken and "\N{REPLACEMENT CHARACTER}" in (values["text"] or ""):
            yield self._source.refused(self._broken, part=part)
            return
        told = {name: value for name, value in values.items() if value}
        draft = Draft.model_validate(
            {
                "text": "",
                **channel,
                **told,
                "media_type": FeedReader.media_types[local_name(entry) == "entry"],
                "raw_sha256": digest(raw.encode("utf-8", "surrogatepass"), self._options),
            }
        )
        yield from finished(draft, self._options, self._source, part=part)


def _entries(text: str) -> Iterator[tuple[int, int]]:
    """Give where each entry stands; one that is not closed ends where the next begins, the last one is left out."""
    start: int | None = None
    for match in _MARK.finditer(text):
        if match["name"] is None or match[0].endswith("/>"):
            continue
        if start is not None:
            yield start, match.end() if match["end"] else match.start()
        start = None if match["end"] else match.start()


def _parsed(markup: str) -> Element | str:
    """Give the entry within the tag of its feed, which declares its names; else what is wrong with it."""
    root, log = _tree(markup)
    errors = [error for error in log if error.level_name == "FATAL"]
    if root is None or not len(root) or errors:
        return str(errors[0].message) if errors else "there is nothing in it"
    return root[0]


def _tree(markup: str) -> tuple[Element | None, Any]:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, remove_comments=True)
    try:
        return etree.fromstring(markup.encode("utf-8", "replace"), parser), parser.error_log
    except (etree.LxmlError, ValueError):
        return None, parser.error_log


def _channel(markup: str) -> dict[str, str]:
    """Give what a feed says above its entries of all of them: the outlet and the language."""
    root, _ = _tree(markup)
    if root is None:
        return {}
    told: dict[str, str] = {}
    for channel in (*(child for child in root if local_name(child) == "channel"), root):
        if title := written(channel, "title"):
            told.setdefault("publisher", outlet_of(html.unescape(title)))
        if language := written(channel, "language") or channel.get(LANG):
            told.setdefault("language", language)
    return told


def _mended(text: str) -> str:
    """Leave nothing to be looked up: names of characters are written out, names of anything else are words.

    So no entity grows, and "Smith & Sons" does not break the feed.
    """
    bare = _PROLOGUE.sub("", text.lstrip("\ufeff"), count=1)
    return _UNFIT.sub("", _AMPERSAND.sub(_written_out, bare))


def _written_out(match: re.Match[str]) -> str:
    if match[0].startswith("<"):
        return match[0]
    name = match[1]
    if name is None or (not name.startswith("#") and f"{name};" not in html5):
        return f"&amp;{match[0][1:]}"
    # A number may stand for what no file can hold, and then for nothing.
    return "".join(f"&#{ord(letter)};" for letter in _UNFIT.sub("", html.unescape(match[0])))


def _broken(line: int, message: str) -> Refusal:
    return Refusal(
        reason=RejectReason.MALFORMED,
        detail=f"The entry, which begins in line {line:,}, is broken ({quoted(message)}). Fetch the feed again.",
    )


def _cut_off(number: int) -> Refusal:
    return Refusal(
        reason=RejectReason.MALFORMED,
        detail=f"The feed is cut off after {number:,} entries; those that are whole are read. Fetch it again.",
    )
