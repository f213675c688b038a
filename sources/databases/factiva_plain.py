"""The Factiva layout without codes: headline, byline, "512 words", day, outlet, language, copyright, text, number."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from schemas.vocabulary import RejectReason
from sources.article import Article
from sources.databases.cover import untold, without_text
from sources.databases.factiva_document import document_in, is_furniture, is_search
from sources.databases.lines import (
    body_of,
    day_in,
    is_copyright,
    language_in,
    name_in,
    one_line,
    stray,
)
from sources.databases.words import any_of, begins_with, database_words
from sources.language import language_code
from sources.metadata import Metadata
from sources.refusal import Refusal, quoted

__all__ = ["Header", "header_of", "is_count", "split_factiva_plain"]

MOST_ABOVE = 12  # lines with words above the count: section, headline, byline, who it was written for
MOST_UNDER = 14  # lines with words from the count to the language

_TIME = re.compile(r"\s*\d{1,2}:\d\d(?::\d\d)?(?:\s*[AP]M)?(?:\s*[A-Z]{2,5})?\s*", re.IGNORECASE)


class Header(NamedTuple):
    """What stands from the count of words on; `lines` is how many lines it takes."""

    published: str
    publisher: str | None
    language: str | None
    lines: int


def split_factiva_plain(lines: Sequence[str]) -> list[Article | Refusal] | None:
    """Give the articles of a download; None where it is none."""
    ends = [at for at, line in enumerate(lines) if document_in(line)]
    starts = [0, *(at + 1 for at in ends)]
    found = [_article(lines[start : end + 1], start) for start, end in zip(starts, ends, strict=False)]
    if not any(isinstance(part, Article) for parts in found for part in parts):
        return None
    return [*(part for parts in found for part in parts), *_rest(lines[starts[-1] :], starts[-1])]


def is_count(line: str) -> bool:
    """Know the count of words: "1,512 words", "512 Wörter"."""
    return bool(_count_line().fullmatch(line))


def header_of(lines: Sequence[str]) -> Header | None:
    """Read the lines from the count of words on: day, time, outlet, code, edition, page, language, copyright."""
    worded = [at for at, line in enumerate(lines) if line.strip()][: MOST_UNDER + 1]
    if not worded or not is_count(lines[worded[0]]) or len(worded) == 1:
        return None
    published = day_in(lines[worded[1]])
    if published is None:
        return None
    rest = [at for at in worded[2:] if not _TIME.fullmatch(lines[at])]
    end = worded[1] + 1
    language = None
    # The outlet's name may be a language's ("Polish"); its code stands between.
    for at in rest[2:]:
        if language := _language(lines[at]):
            end = at + 1
            break
    publisher = lines[rest[0]].strip() if rest else None
    end = end if language else _without_language(lines, rest, end)
    return Header(published, publisher, language, _under_copyright(lines, end))


def _language(line: str) -> str | None:
    written = language_in(line.strip())
    return language_code(written) if written and len(written.split()) <= 2 else None  # noqa: PLR2004  ("Modern Greek")


def _without_language(lines: Sequence[str], rest: Sequence[int], end: int) -> int:
    """Find the end of a header that names no language: its copyright, or outlet and code."""
    copyrights = (at for at in rest if is_copyright(lines[at]))
    after = rest[1] + 1 if len(rest) > 1 else end
    return next(copyrights, after)


def _under_copyright(lines: Sequence[str], at: int) -> int:
    """Pass the copyright and the lines that go on with it in small letters."""
    top = at
    while top < len(lines) and not lines[top].strip():
        top += 1
    if top == len(lines) or not is_copyright(lines[top]):
        return at
    top += 1
    while top < len(lines) and (is_copyright(lines[top]) or lines[top].lstrip()[:1].islower()):
        top += 1
    return top


def _article(lines: Sequence[str], above: int) -> list[Article | Refusal]:
    counts = (at for at, line in enumerate(lines) if is_count(line))
    headers = ((at, header) for at in counts if (header := header_of(lines[at : at + 4 * MOST_UNDER])))
    count, header = next(headers, (None, None))
    if count is None or header is None:
        return [untold(lines)]
    worded = [at for at in range(count) if lines[at].strip() and not is_furniture(lines[at])]
    told = []
    if len(worded) > MOST_ABOVE:
        told = list(stray([lines[at] for at in worded[:-MOST_ABOVE]], above + worded[0] + 1, is_furniture=is_furniture))
        worded = worded[-MOST_ABOVE:]
    title, byline = _title_and_byline([lines[at] for at in worded])
    text = body_of(lines[count + header.lines : -1])
    if not text:
        return [*told, without_text(title)]
    metadata = Metadata(
        external_id=document_in(lines[-1]),
        publisher=header.publisher,
        title=title,
        byline=byline,
        language=header.language,
        published=header.published,
    )
    return [*told, Article(text, metadata, above + (worded[0] if worded else count) + 1)]


def _title_and_byline(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """Tell the headline from a section above it and a name below: it has the most words, or a "By" right under it."""
    if not lines:
        return None, None
    bylines = begins_with(database_words().words.bylines)
    named = next((at for at, line in enumerate(lines) if at and bylines.match(line)), None)
    if named:
        at = max(range(named), key=lambda above: (len(lines[above].split()), above))
        return one_line(lines[at:named]), name_in(lines[named])
    at = max(range(len(lines)), key=lambda above: (len(lines[above].split()), -above))
    under = lines[at + 1].strip() if at + 1 < len(lines) else None
    return one_line([lines[at]]), under if under and _is_name(under) else None


def _is_name(line: str) -> bool:
    """Know a name, or several, by its capitals."""
    words = re.findall(r"[^\W\d_][\w'’.-]*", line)
    return (
        bool(words)
        and not any(letter.isdigit() for letter in line)
        and all(
            any(map(str.isupper, word)) or word in {"and", "de", "van", "der", "von", "bin", "al"} for word in words
        )
    )


def _rest(lines: Sequence[str], above: int) -> list[Article | Refusal]:
    """Tell of what stands under the last number: an article that breaks off, or words of none."""
    broken = [at for at, line in enumerate(lines) if is_count(line) and header_of(lines[at : at + 4 * MOST_UNDER])]
    if broken:
        first = next((line for line in lines if line.strip()), "")
        return [
            Refusal(
                reason=RejectReason.MALFORMED,
                detail=f"The last article, {quoted(first)}, breaks off: no line has its number. Download it again.",
            )
        ]
    search = next((at for at, line in enumerate(lines) if is_search(line)), len(lines))
    return list(stray(lines[:search], above + 1, is_furniture=is_furniture))


@cache
def _count_line() -> re.Pattern[str]:
    return re.compile(rf"\s*\d[\d.,'\u00a0 ]{{0,9}}\s*(?:{any_of(database_words().words.units)})\s*", re.IGNORECASE)
