"""The Factiva layout with codes: "HD   Five die", "LP" and "TD" with the text, "AN   Document EXWI00002023..."."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from schemas.vocabulary import RejectReason
from sources.article import Article
from sources.databases.cover import without_text
from sources.databases.factiva_document import document_in, is_furniture, is_search
from sources.databases.lines import body_of, day_in, language_in, name_in, one_line, stray
from sources.databases.words import any_of, database_words
from sources.metadata import Metadata
from sources.refusal import Refusal, quoted

__all__ = ["article_of", "split_factiva_coded"]

LEAST_CODES = 4  # different ones: a headline, an outlet or a day, the text, the number


class _Coded(NamedTuple):
    at: int
    code: str
    value: str


def split_factiva_coded(lines: Sequence[str]) -> list[Article | Refusal] | None:
    """Give the articles of a download; None where it is none."""
    coded = [found for at, line in enumerate(lines) if (found := _coded(at, line))]
    names = database_words().factiva
    codes = {found.code for found in coded}
    if len(codes) < LEAST_CODES or names.title not in codes or not codes & set(names.text):
        return None
    ends = _ends(lines, coded)
    if not ends:
        return None
    pieces = zip([0, *ends], ends, strict=False)
    articles = [article for start, end in pieces for article in _article(lines[start:end], start)]
    return [*articles, *_rest(lines[ends[-1] :], ends[-1])]


def article_of(values: Mapping[str, Sequence[str]], line: int) -> Article | Refusal:
    """Make an article of its codes, each with its lines."""
    names = database_words().factiva
    said = {code: one_line(value) for code, value in values.items()}
    title, byline, day = said.get(names.title), said.get(names.byline), said.get(names.published)
    text = body_of([line for code in names.text for line in _text_lines(values.get(code, ()))])
    if not text:
        return without_text(title)
    metadata = Metadata(
        external_id=document_in(said.get(names.external_id) or "") or said.get(names.external_id),
        publisher=said.get(names.publisher),
        title=title,
        byline=name_in(byline) if byline else None,
        language=language_in(said.get(names.language)),
        published=(day_in(day) or day) if day else None,
    )
    return Article(text, metadata, line)


def _text_lines(value: Sequence[str]) -> Sequence[str]:
    """Give the lines of a code's text; the one of the code itself may be empty."""
    return value if value and value[0] else value[1:]


def _coded(at: int, line: str) -> _Coded | None:
    match = _code_line().fullmatch(line)
    return _Coded(at, match["code"], match["value"] or "") if match else None


def _ends(lines: Sequence[str], coded: Sequence[_Coded]) -> list[int]:
    """Find the line behind each article's number, which stands behind its code or on the next line with words."""
    ends = []
    for found in coded:
        if found.code != database_words().factiva.external_id:
            continue
        under = next((at for at in range(found.at + 1, min(found.at + 4, len(lines))) if lines[at].strip()), None)
        if document_in(found.value):
            ends.append(found.at + 1)
        elif not found.value and under is not None and document_in(lines[under]):
            ends.append(under + 1)
    return ends


def _article(lines: Sequence[str], above: int) -> list[Article | Refusal]:
    """Read one article, and tell of words above its first code."""
    names = database_words().factiva
    foot = _foot(lines)
    values: dict[str, list[str]] = {}
    first = code = None
    for at, line in enumerate(lines):
        found = _coded(at, line)
        if found and found.code not in values and _may_follow(found.code, code, is_under=at >= foot):
            code = found.code
            values[code] = [found.value]
            first = at if first is None else first
        elif code:
            # What goes on is set in under its code in some files; the text's own lines stay as they are.
            values[code].append(line)
    if first is None:
        return [_untold(lines)]
    told = list(stray(lines[:first], above + 1, is_furniture=is_furniture))
    if not values.keys() & {names.title, *names.text}:
        return [*told, _untold(lines)]
    return [*told, article_of(values, above + first + 1)]


def _may_follow(code: str, last: str | None, *, is_under: bool) -> bool:
    """Say whether a code ends what the last one says: in the text only the text's own, above the index."""
    names = database_words().factiva
    if is_under:
        return code in names.below
    if last in names.text:
        return code in names.text and names.text.index(code) > names.text.index(last)
    return code in names.above or code in names.text


def _foot(lines: Sequence[str]) -> int:
    """Find the first code under the text, upwards from the number: in their order, the index with its names."""
    below = database_words().factiva.below
    foot, order = len(lines), len(below)
    for at in range(len(lines) - 1, -1, -1):
        found = _coded(at, lines[at])
        if not found or found.code not in below:
            continue
        place = below.index(found.code)
        if place >= order or not _is_index(found.code, [found.value, *lines[at + 1 : min(foot, at + 4)]]):
            break
        foot, order = at, place
    return foot


def _is_index(code: str, value: Sequence[str]) -> bool:
    """Say whether a line is one of the index, "IN   i1 : Farming | i2 : Mining", and no text in capitals."""
    return code not in database_words().factiva.indexes or any(" : " in line for line in value)


def _rest(lines: Sequence[str], above: int) -> list[Article | Refusal]:
    """Tell of what stands under the last number: an article that breaks off, or words of none."""
    title = next(
        (found.value for at, line in enumerate(lines) if (found := _coded(at, line)) and found.code == "HD"), None
    )
    if title is not None:
        return [_broken_off(title)]
    search = next((at for at, line in enumerate(lines) if is_search(line)), len(lines))
    return list(stray(lines[:search], above + 1, is_furniture=is_furniture))


def _broken_off(title: str) -> Refusal:
    return Refusal(
        reason=RejectReason.MALFORMED,
        detail=f"The last article, {quoted(title)}, breaks off: it has no AN with its number. Download it again.",
    )


def _untold(lines: Sequence[str]) -> Refusal:
    first = next((line for line in lines if line.strip()), "")
    return Refusal(
        reason=RejectReason.MALFORMED,
        detail=f"The article that begins {quoted(first)} has no headline (HD) and no text (LP, TD). Download it again.",
    )


@cache
def _code_line() -> re.Pattern[str]:
    """Know a line that begins with a code: behind it stand a tab, two spaces, a bar, or nothing."""
    names = database_words().factiva
    codes = any_of((*names.above, *names.text, *names.below))
    return re.compile(rf"(?P<code>{codes})(?:(?:[ \u00a0]*\t|[ \u00a0]{{2,}}|\s*\|)\s*(?P<value>.*)|\s*)")
