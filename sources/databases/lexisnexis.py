"""The older LexisNexis layout: "1 of 50 DOCUMENTS", outlet, day, headline, fields in capitals, text, fields again."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from sources.article import Article
from sources.databases.cover import is_cover, miscounted, stray_above, untold, without_text
from sources.databases.lines import (
    Field,
    body_of,
    day_in,
    field_in,
    has_blank_lines,
    is_copyright,
    language_in,
    name_in,
    numbers_in,
    one_line,
)
from sources.databases.words import begins_with, counted, database_words
from sources.metadata import Metadata
from sources.refusal import Refusal

__all__ = ["split_lexisnexis"]

LEAST_FIELDS = 2  # of all articles together: a report may quote a count, it has no fields in capitals
MOST_ABOVE = 4  # paragraphs, or unbroken lines, between the day and the first field: a headline and its second lines
HEAD = 40  # lines with words in which the header stands
LONGEST_FIELD = 40  # broken lines of one field
UNDER_THE_LENGTH = frozenset({"dateline", "standfirst", "byline", "url"})  # "HOST:" is who speaks there
UNDER_THE_TEXT = frozenset({"below", "section", "length"})
LONGEST_TITLE = 300  # characters

_RANGE = re.compile(r"(\d{1,7})\s*-\s*(\d{1,7})")
_CLOCK = re.compile(r"\s*\d{1,2}:\d\d\b.{0,40}")


class _Start(NamedTuple):
    at: int
    number: int
    total: int


class _Head(NamedTuple):
    publisher: str | None
    published: str | None
    title: str | None
    rest: int  # the line under all this


def split_lexisnexis(lines: Sequence[str]) -> list[Article | Refusal] | None:
    """Give the articles of a download; None where it is none."""
    counts = counted(database_words().nexis.counts)
    starts = [_Start(at, *numbers) for at, line in enumerate(lines) if (numbers := numbers_in(line, counts))]
    if not starts or sum(_field(line) is not None for line in lines[starts[0].at :]) < LEAST_FIELDS:
        return None
    ends = [*(start.at for start in starts[1:]), len(lines)]
    return [
        *stray_above(lines[: starts[0].at], 1),
        *(_article(lines[start.at + 1 : end], start.at + 1) for start, end in zip(starts, ends, strict=True)),
        *_miscounted(starts, lines),
    ]


def _field(line: str) -> Field | None:
    field = field_in(line)
    return field if field and field.name.isupper() else None


def _article(lines: Sequence[str], line: int) -> Article | Refusal:
    foot = _foot(lines)
    fields = _first_values(lines[foot:])
    at = _first_field(lines[:foot])
    # Blank lines part the paragraphs of a text in some files whose header has none.
    is_spaced = has_blank_lines(lines[: min(foot, HEAD) if at is None else at + 1])
    head = _head(lines[: foot if at is None else at], is_spaced=is_spaced, is_whole=at is not None)
    body = head.rest
    if at is not None:
        above, body = _fields_from(lines[:foot], at, is_spaced=is_spaced)
        fields = {**fields, **above}
    if not head.published and not fields:
        return untold(lines)
    text = body_of(lines[body:foot])
    if not text:
        return without_text(fields.get("title") or head.title)
    return Article(text, _metadata(head, fields), line, fields.get("dateline"))


def _metadata(head: _Head, fields: Mapping[str, str]) -> Metadata:
    byline = fields.get("byline")
    return Metadata(
        publisher=head.publisher,
        published=head.published,
        title=fields.get("title") or head.title,
        byline=name_in(byline) if byline else None,
        language=language_in(fields.get("language")),
        url=fields.get("url"),
    )


def _foot(lines: Sequence[str]) -> int:
    """Find the line under the text: the fields that end an article, or its copyright."""
    fields = {at: field for at, line in enumerate(lines) if (field := _field(line))}
    kinds = {at: field.kind for at, field in fields.items()}
    # "UPDATE: Five dead" is text, "UPDATE: 2. September 2011" is not.
    loaded = [at for at, field in fields.items() if field.kind == "loaded" and day_in(field.value)]
    languages = [at for at, kind in kinds.items() if kind == "language"]
    end = max((at + 1 for at, line in enumerate(lines) if line.strip()), default=0)
    foot = next((found[-1] for found in (loaded, languages) if found), end)
    while (top := _paragraph_above(lines, foot)) and is_copyright(lines[top]):
        foot = top
    return _with_fields_above(lines, foot, kinds)


def _with_fields_above(lines: Sequence[str], foot: int, kinds: Mapping[int, str]) -> int:
    """Take in the fields right above the foot: some wires write SECTION and LENGTH there, others name subjects.

    What the header has had before is text.
    """
    firsts = {_name(lines[at]): at for at in sorted(kinds, reverse=True)}
    while (top := _paragraph_above(lines, foot)) and kinds.get(top) in UNDER_THE_TEXT:
        if firsts[_name(lines[top])] != top:
            break
        foot = top
    return foot


def _paragraph_above(lines: Sequence[str], at: int) -> int | None:
    """Give the first line of the paragraph that ends above a line; None at the top, or where it is a long one.

    Where no blank line parts the two, each line is one.
    """
    is_spaced = at > 0 and not lines[at - 1].strip()
    while at and not lines[at - 1].strip():
        at -= 1
    end = at
    while at and lines[at - 1].strip() and (is_spaced or at == end):
        at -= 1
        if end - at > LONGEST_FIELD:
            return None
    return at if at != end else None


def _name(line: str) -> str:
    return line.split(":", 1)[0].strip()


def _first_field(lines: Sequence[str]) -> int | None:
    """Find the first field of the header: not far below the day, or else the text stands between."""
    worded = list(islice((at for at, line in enumerate(lines) if line.strip()), HEAD))
    first = next((at for at in worded if _field(lines[at])), None)
    if first is None:
        return None
    days = [at for at in worded if at < first and day_in(lines[at])]
    if not days:
        return first
    between = [at for at in worded if days[0] < at < first]
    is_spaced = has_blank_lines(lines[: first + 1])
    paragraphs = [at for at in between if not lines[at - 1].strip()] if is_spaced else between
    return first if len(paragraphs) <= MOST_ABOVE else None


def _fields_from(lines: Sequence[str], at: int, *, is_spaced: bool) -> tuple[dict[str, str], int]:
    """Read the fields from a line on, and give the first line that is none: no field stands twice."""
    found: list[tuple[Field, list[str]]] = []
    # Names go on over broken lines; above LENGTH, which every header has, nothing is text.
    length = next((at + more for more, line in enumerate(lines[at : at + HEAD]) if _kind(line) == "length"), at)
    while at < len(lines):
        field = _field(lines[at])
        is_new = field and field.name not in {known.name for known, _ in found}
        if field and is_new and (at <= length or field.kind in UNDER_THE_LENGTH):
            found.append((field, []))
        elif at > length and (field or _is_text(lines, at, found, is_spaced=is_spaced)):
            break
        elif found:
            found[-1][1].append(lines[at])
        at += 1
    values = {field.kind: one_line([field.value, *more]) for field, more in reversed(found)}
    return {kind: value for kind, value in values.items() if value}, at


def _is_text(lines: Sequence[str], at: int, found: Sequence[tuple[Field, list[str]]], *, is_spaced: bool) -> bool:
    """Say whether a line is no field's: a paragraph of its own, or under one that never goes on."""
    is_new = not is_spaced or not lines[at - 1].strip() or bool(found and found[-1][0].kind == "length")
    return bool(lines[at].strip()) and is_new


def _kind(line: str) -> str | None:
    field = _field(line)
    return field.kind if field else None


def _first_values(lines: Sequence[str]) -> dict[str, str]:
    """Read what the fields of the foot say; of two of one kind the first."""
    fields = [field for line in lines if (field := _field(line))]
    return {field.kind: field.value for field in reversed(fields) if field.value}


def _head(lines: Sequence[str], *, is_spaced: bool, is_whole: bool) -> _Head:
    """Read outlet, day and headline; where the text follows without a field between, find where it begins."""
    notices = _notices(lines, is_spaced=is_spaced)
    worded = list(islice((at for at, line in enumerate(lines) if line.strip() and at not in notices), HEAD))
    day = next((at for at in worded if day_in(lines[at])), None)
    publisher = worded[0] if worded and worded[0] != day else None
    above = [] if day is None else [at for at in worded[1:] if at < day]
    under = [
        at for at in worded[1:] if day is None or (at > day and not _is_edition(lines, at, day, is_spaced=is_spaced))
    ]
    rest = len(lines)
    if is_whole:
        # A headline is above the day in some wires; what is centred there, as the outlet is, is a notice.
        is_centred = publisher is not None and lines[publisher].startswith("  ")
        title = under or [at for at in above if not (is_centred and lines[at].startswith("  "))]
    else:
        title = above or _first_paragraph(lines, under, is_spaced=is_spaced)
        rest = next((at for at in under if at not in title), rest)
    return _Head(
        publisher=None if publisher is None else one_line([lines[publisher]]),
        published=None if day is None else day_in(lines[day]),
        title=one_line([lines[at] for at in title]),
        rest=rest,
    )


def _first_paragraph(lines: Sequence[str], under: Sequence[int], *, is_spaced: bool) -> list[int]:
    """Give the lines of the first paragraph where it may be a headline."""
    if not under or len(lines[under[0]]) > LONGEST_TITLE:
        return []
    many = next((many for many, (at, below) in enumerate(pairwise(under), 1) if below != at + 1), len(under))
    return list(under[: many if is_spaced else 1])


def _notices(lines: Sequence[str], *, is_spaced: bool) -> set[int]:
    """Find the lines of a head that are a copyright, over all its broken lines, or the name of a broadcast."""
    notices: set[int] = set()
    for at, line in enumerate(lines):
        goes_on = is_spaced and at - 1 in notices and ":" not in lines[at - 1] and bool(line.strip())
        if is_copyright(line) or goes_on or (":" in line and begins_with(database_words().words.notices).match(line)):
            notices.add(at)
    return notices


def _is_edition(lines: Sequence[str], at: int, day: int, *, is_spaced: bool) -> bool:
    """Know what stands under the day in its own paragraph ("Edition 1;", "Scotland"), or says that it is an edition."""
    if _CLOCK.fullmatch(lines[at]):
        return True
    if is_spaced and all(line.strip() for line in lines[day : at + 1]):
        return True
    words = set(re.findall(r"[^\W\d_]+", lines[at].casefold()))
    return bool(words & set(database_words().words.editions)) and at == day + 1


def _miscounted(starts: Sequence[_Start], lines: Sequence[str]) -> Iterator[Refusal]:
    """Tell of downloads that lack articles; a file may hold several, each counted anew."""
    breaks = [at for at, (above, below) in enumerate(pairwise(starts), 1) if not _goes_on(above, below)]
    for first, end in pairwise([0, *breaks, len(starts)]):
        numbers = starts[first:end]
        asked = _requested(lines[: numbers[0].at]) if first == 0 else None
        # A part of a large download ("501 of 2218") lacks only what is missing within it.
        last = numbers[0].total if numbers[0].number == 1 else numbers[-1].number
        yield from miscounted(asked or last - numbers[0].number + 1, len(numbers))


def _goes_on(above: _Start, below: _Start) -> bool:
    return below.total == above.total and below.number > above.number


def _requested(lines: Sequence[str]) -> int | None:
    """Read how many articles were asked for: "Download Request: Selected Items: 1-10, 15"."""
    requests = begins_with(database_words().nexis.requests)
    request = next((line for line in lines if requests.match(line)), None) if is_cover(lines) else None
    ranges = _RANGE.findall(request) if request else []
    return sum(int(end) - int(first) + 1 for first, end in ranges) if len(ranges) == 1 else None
