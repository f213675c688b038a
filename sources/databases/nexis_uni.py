"""The Nexis Uni layout: headline, outlet, day, copyright, fields, "Body", the text, "Load-Date:", "End of Document"."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from schemas.vocabulary import RejectReason
from sources.article import Article
from sources.databases.cover import (
    is_cover,
    is_furniture,
    listed_first,
    miscounted,
    stray_above,
    total_on,
    untold,
    without_text,
)
from sources.databases.lines import (
    body_of,
    day_in,
    field_in,
    has_blank_lines,
    is_copyright,
    is_page,
    language_in,
    name_in,
    one_line,
    stray,
)
from sources.databases.words import database_words
from sources.metadata import Metadata
from sources.refusal import Refusal, quoted

__all__ = ["split_nexis_uni"]

MOST_TITLE_LINES = 4
LEAST_REPEATED = 20  # characters of a broken headline that show that it is one
LONGEST_CAPTIONS = 30  # lines with words under "Graphic"; what is longer is text


class _Parts(NamedTuple):
    """Where the parts of an article begin: its headline, its day, its text, and what stands under that."""

    title: int
    outlet: int | None
    day: int
    body: int
    foot: int


def split_nexis_uni(lines: Sequence[str]) -> list[Article | Refusal] | None:
    """Give the articles of a download; None where it is none."""
    ends = [at for at, line in enumerate(lines) if _is(line, database_words().nexis.ends)]
    pieces = [(above, end) for above, end in zip([0, *(at + 1 for at in ends)], ends, strict=False)]
    if not any(_parts(lines[start:end]) and _has_marks(lines[start:end]) for start, end in pieces):
        return None
    rest = lines[ends[-1] + 1 :]
    is_broken_off = _parts(rest) is not None
    total = total_on(lines[: ends[0]])
    return [
        *_above(lines[: ends[0]]),
        *(_article(lines[start:end], start + 1, is_first=start == 0) for start, end in pieces),
        *(_broken_off(rest) if is_broken_off else stray(rest, ends[-1] + 2, is_furniture=is_furniture)),
        *(miscounted(total, len(pieces) + is_broken_off) if total else ()),
    ]


def _is(line: str, names: Sequence[str]) -> bool:
    return line.strip().rstrip(":").casefold() in names


def _has_marks(lines: Sequence[str]) -> bool:
    """Say whether an article has what no report has: lines with its length, its day of loading, a copyright."""
    kinds = {field.kind for line in lines if (field := field_in(line))}
    return bool(kinds & {"length", "loaded"}) or any(map(is_copyright, lines))


def _parts(lines: Sequence[str], *, is_first: bool = True) -> _Parts | None:
    """Tell the parts of an article; None where there is no day above its text."""
    day = body = None
    for at, line in enumerate(lines):
        if day_in(line):
            day = at
        elif day and _is(line, database_words().nexis.bodies):
            body = at
            break
    if day is None:
        return None
    body = len(lines) if body is None else body
    above = [at for at in range(day) if lines[at].strip() and not is_page(lines[at])]
    outlet = above[-1] if above else None
    title = _title(lines, above[:-1], is_first=is_first)
    return _Parts(day if title is None else title, outlet, day, body, _foot(lines, body))


def _title(lines: Sequence[str], above: Sequence[int], *, is_first: bool) -> int | None:
    """Find the line that the headline begins on, under a cover or whatever else."""
    if not above:
        return None
    cover = lines[: above[-1] + 1]
    listed = listed_first(cover) if is_first else None
    if listed and (again := [at for at in above if lines[at].strip() == listed]):
        return again[-1]
    is_short = len(above) <= MOST_TITLE_LINES and not (is_first and is_cover(cover))
    if is_short:
        return above[0]
    top = above[-1]
    is_spaced = has_blank_lines(cover)
    while is_spaced and top and lines[top - 1].strip():
        top -= 1
    return top


def _foot(lines: Sequence[str], body: int) -> int:
    """Find the line under the text: captions, index or the day of loading."""
    words = database_words().nexis
    loaded = (at for at in range(len(lines) - 1, body, -1) if (field := field_in(lines[at])) and field.kind == "loaded")
    foot = next(loaded, len(lines))
    index = (at for at in range(foot - 1, body, -1) if _is(lines[at], words.indexes) and _is_field_under(lines, at))
    foot = next(index, foot)
    worded = 0
    for at in range(foot - 1, body, -1):
        worded += bool(lines[at].strip())
        if worded > LONGEST_CAPTIONS:
            break
        if _is(lines[at], words.graphics):
            return at
    return foot


def _is_field_under(lines: Sequence[str], at: int) -> bool:
    under = _worded(lines, range(at + 1, at + 4))
    return under is not None and field_in(lines[under]) is not None


def _article(lines: Sequence[str], line: int, *, is_first: bool) -> Article | Refusal:
    parts = _parts(lines, is_first=is_first)
    if parts is None:
        return untold(lines)
    title = _headline(lines[parts.title : parts.outlet])
    fields = _fields(lines[parts.day : parts.body])
    text = body_of(_without_pages(lines[parts.body + 1 : parts.foot], title))
    if not text:
        return without_text(title)
    under = _fields(lines[parts.foot :])
    byline = fields.get("byline")
    metadata = Metadata(
        publisher=None if parts.outlet is None else one_line([lines[parts.outlet]]),
        published=day_in(lines[parts.day]),
        title=title,
        byline=name_in(byline) if byline else None,
        language=language_in(under.get("language") or fields.get("language")),
        url=under.get("url") or fields.get("url"),
    )
    return Article(text, metadata, line + parts.title, fields.get("dateline"))


def _headline(lines: Sequence[str]) -> str | None:
    """Join the lines of a headline; the head of a page repeats it."""
    return one_line(list(dict.fromkeys(line.strip() for line in lines if not is_furniture(line))))


def _fields(lines: Sequence[str]) -> Mapping[str, str]:
    """Read fields with the lines that they go on over; of two of one kind the first."""
    found: dict[str, list[str]] = {}
    more: list[str] = []
    for line in lines:
        if field := field_in(line):
            more = [field.value]
            found.setdefault(field.kind, more)
        elif line.strip() and not is_furniture(line):
            more.append(line)
    return {kind: value for kind, said in found.items() if (value := one_line(said))}


def _without_pages(lines: Sequence[str], title: str | None) -> list[str]:
    """Leave out the heads of pages, "Page 2 of 3" and the headline again, or the first line of a long one."""
    pages = {at for at, line in enumerate(lines) if is_page(line)}
    for page in sorted(pages):
        nearby = (_worded(lines, range(page - 1, max(page - 4, -1), -1)), _worded(lines, range(page + 1, page + 4)))
        pages.update(at for at in nearby if at is not None and _repeats(lines[at].strip(), title))
    return [line for at, line in enumerate(lines) if at not in pages]


def _repeats(line: str, title: str | None) -> bool:
    return title is not None and (line == title or (len(line) >= LEAST_REPEATED and title.startswith(f"{line} ")))


def _worded(lines: Sequence[str], places: range) -> int | None:
    return next((at for at in places if at < len(lines) and lines[at].strip()), None)


def _above(lines: Sequence[str]) -> Iterator[Refusal]:
    """Tell of words above the first article that are neither its headline nor a cover."""
    parts = _parts(lines)
    if parts:
        yield from stray_above(lines[: parts.title], 1)


def _broken_off(lines: Sequence[str]) -> list[Refusal]:
    parts = _parts(lines)
    title = _headline(lines[parts.title : parts.outlet]) if parts else None
    return [
        Refusal(
            reason=RejectReason.MALFORMED,
            detail=f"The last article, {quoted(title or '')}, breaks off: no line ends it. Download it again.",
        )
    ]
