"""What stands above a report: its title, day, byline and outlet among the leftovers of a page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest

from schemas.codebook import load_codebook
from schemas.record import Record
from sources.dateline import Dateline, read_dateline
from sources.outlet import leading_outlet, outlet_named
from sources.publication import is_date

__all__ = ["FrontMatter", "read_front_matter"]

MOST_LINES = 20  # that have words; what comes later is the report
OPENING = 8_000  # characters in which they stand
LONGEST_LINE = 200  # characters; a longer line is a paragraph
SHORT_TITLE = 3  # words; "Middle East" may be a section of the page, so a longer line is preferred
LONGEST_TITLE = 150  # characters
LONGEST_SENTENCE = 30  # words that may stand without a full stop and be no sentence
LONGEST_BYLINE = 100  # characters
PARAGRAPH = 100  # characters; a shorter line under a title may be its second line
EXCLAIMED = 12  # words; "Who fired first?" is a title, a longer question a sentence
BULLETS = "•·▪◦*-–= \t\u00a0"


class FrontMatter(Record):
    """Values as written; `published` is the line's date, also one that does not exist."""

    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    dateline: str | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    has_bullet: bool
    ends_block: bool  # an empty line or the end follows


@dataclass(slots=True)
class _Found:
    """What the lines have shown so far, the most telling first where several speak."""

    titles: list[str] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    publishers: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    dates: list[tuple[int, str]] = field(default_factory=list)  # how far to be believed, and as written
    dateline: Dateline | None = None


# How far a date is to be believed: the caption of a picture has one as well, and is asked never.
LABELLED, BARE, IN_DATELINE, LATER = range(4)


def read_front_matter(text: str) -> FrontMatter:
    r"""Read what the first lines of a text say about it; the text itself stays whole.

    >>> read_front_matter("Five die in Banjska\nBy Jane Doe\n25 September 2023\n\nFive people died.").title
    'Five die in Banjska'
    """
    found = _Found()
    lines = _opening(text)
    after_body = 0
    for line, following in zip_longest(lines, lines[1:]):
        # A date line still counts right under the first paragraph, which may be a standfirst.
        is_metadata = _take_metadata(line.words, found, is_above=after_body <= 1)
        if not after_body and (title := _page_title(line.words)):
            found.titles.append(title)
        after_body += bool(after_body)
        if is_metadata or after_body or line.has_bullet or _is_furniture(line.words):
            continue
        found.dateline = read_dateline(line.words)
        if found.dateline or _is_sentence(line.words):
            after_body = 1
        elif _stands_alone(line, following) and (title := _title(line.words)):
            found.titles.append(title)
    return _summed_up(found, has_body=bool(after_body))


def _opening(text: str) -> list[_Line]:
    raw = text[:OPENING].split("\n")
    lines = [
        _Line(
            words=line.strip(BULLETS),
            has_bullet=line.lstrip()[:1] in tuple("•·▪◦*"),
            ends_block=at + 1 == len(raw) or not raw[at + 1].strip(),
        )
        for at, line in enumerate(raw)
    ]
    return [line for line in lines if line.words][:MOST_LINES]


def _take_metadata(words: str, found: _Found, *, is_above: bool) -> bool:
    """Take the date, byline and outlet out of a line; False where it is no line of such."""
    if len(words) > LONGEST_LINE:
        return False
    taken = [_take_piece(piece, found, is_above=is_above) for piece in _pieces(words)]
    return any(taken)


def _take_piece(piece: str, found: _Found, *, is_above: bool) -> bool:
    if date := _date(piece, is_above=is_above):
        found.dates.append(date)
        return True
    if not is_above:
        return False
    before, separator, after = piece.partition(", ")
    while separator:
        if (date := _date(after, is_above=True)) and _take_name(before, found):
            found.dates.append(date)
            return True
        more, separator, after = after.partition(", ")
        before = f"{before}, {more}"
    return _take_name(piece, found)


def _take_name(piece: str, found: _Found) -> bool:
    if match := _labels("bylines").match(piece):
        byline = piece[match.end() :].strip()
        if not _is_name_line(byline):
            return False
        found.bylines.append(byline)
        if outlet := leading_outlet(byline):
            found.publishers.append(outlet)
        return True
    if (match := _labels("sources").match(piece)) and ":" in match.group():
        found.publishers.append(piece[match.end() :].strip())
        return True
    if re.fullmatch(r"https?://\S+", piece):
        found.urls.append(piece)
        return True
    outlet = outlet_named(piece) or (leading_outlet(piece) if re.fullmatch(r"[^.]+, [^.]* desk", piece) else None)
    if outlet:
        found.publishers.append(outlet)
    return outlet is not None


def _date(piece: str, *, is_above: bool) -> tuple[int, str] | None:
    """Give a line's date; a line that is labelled as one, or has a date's form, may hold one that is none."""
    if match := _labels("published").match(piece):
        rest = piece[match.end() :]
        if is_date(rest) or _date_form().fullmatch(rest):
            return LABELLED, rest
    if match := _labels("updated").match(piece):
        return (LATER, piece[match.end() :]) if is_date(piece[match.end() :]) else None
    if is_above and (is_date(piece) or _bare_date_form().fullmatch(piece)):
        return BARE, piece
    return None


def _pieces(words: str) -> Iterator[str]:
    """Split "By Jane Doe | 25 September 2023 | 14:20"; the marks of other lines do no harm."""
    for piece in re.split(r"\s+[|·•]\s+|\s*\|\s*|\t+|\s{3,}", words):
        if piece.strip():
            yield piece.strip()


def _is_name_line(words: str) -> bool:
    """Tell "Jane Doe and Example Wire staff" from the rest of a sentence: "Sunday five had died."."""
    first = words.removeprefix("the ").split(" ", 1)[0].strip(",.:").casefold()
    return (
        0 < len(words) <= LONGEST_BYLINE
        and words.removeprefix("the ")[:1].isupper()
        and first not in _days_and_months()
        and not _is_sentence(words)
    )


def _is_sentence(words: str) -> bool:
    count = len(words.split())
    if count > LONGEST_SENTENCE or len(words) > LONGEST_LINE:
        return True
    bare = words.rstrip("\"'”’)]")
    if bare.endswith((".", "…")):
        return count > 1 and not (re.search(r"\b[A-Z]\.$", bare) and count < EXCLAIMED)  # "Protest hits U.S."
    return bare.endswith(("?", "!")) and count >= EXCLAIMED


def _stands_alone(line: _Line, following: _Line | None) -> bool:
    """Tell a title from the first line of a paragraph that is wrapped."""
    if line.ends_block or following is None:
        return True
    starts_anew = len(following.words) > PARAGRAPH and not following.words[0].islower()
    return starts_anew or _take_metadata(following.words, _Found(), is_above=True)


def _title(words: str) -> str | None:
    is_one = len(list(_pieces(words))) == 1 and not re.search(r"\s{2,}| [>»›] ", words)
    return words if is_one and " " in words and len(words) <= LONGEST_TITLE and not _captions().search(words) else None


def _page_title(words: str) -> str | None:
    """Give the title out of a page's own: "Five die in Banjska | Example Wire"."""
    pieces = list(_pieces(words))
    # two pieces are a title and its outlet
    if len(pieces) != 2 or not outlet_named(pieces[1]) or len(pieces[0].split()) <= SHORT_TITLE:  # noqa: PLR2004
        return None
    return None if _take_piece(pieces[0], _Found(), is_above=True) else pieces[0]


def _summed_up(found: _Found, *, has_body: bool) -> FrontMatter:
    dates = [*found.dates]
    if found.dateline and found.dateline.published:
        dates.append((IN_DATELINE, found.dateline.published))
    dates.sort(key=lambda date: (not is_date(date[1]), date[0]))
    titles = [title for title in found.titles if len(title.split()) > SHORT_TITLE] or found.titles
    publishers = [name for name in found.publishers if not name.isupper()] or found.publishers
    agency = found.dateline.agency if found.dateline else None
    return FrontMatter(
        title=titles[0] if titles and has_body else None,
        byline=_first(found.bylines),
        publisher=_first(publishers) or agency,
        url=_first(found.urls),
        published=dates[0][1] if dates else None,
        dateline=found.dateline.text if found.dateline else None,
    )


def _first(values: list[str]) -> str | None:
    return values[0] if values else None


def _is_furniture(words: str) -> bool:
    return len(words) <= LONGEST_LINE and bool(_furniture().fullmatch(words))


@cache
def _days_and_months() -> frozenset[str]:
    """Give what a byline never begins with: "By Sunday five had died"."""
    times = load_codebook("times")
    return frozenset([*times["months"], *times["weekdays"]])


@cache
def _labels(name: str) -> re.Pattern[str]:
    labels = sorted(load_codebook("front_matter")[name], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, labels))})(?:\s*:\s*|\s+on\s+|\s+at\s+|\s+)", re.IGNORECASE)


@cache
def _date_form() -> re.Pattern[str]:
    """Know what is meant as a date behind a label, also one that is none: "7:58 AM ET", "31 February"."""
    times = load_codebook("times")
    words = "|".join(sorted([*times["months"], *times["weekdays"], *times["weekday_abbreviations"]], key=len)[::-1])
    token = rf"(?:\d[\d:/.-]*(?:st|nd|rd|th)?|(?:{words})\.?|[ap]\.?m\.?|[A-Z]{{2,4}}|at|on|of)"
    return re.compile(rf"(?=.*\d){token}(?:[\s,]+{token}){{0,8}}", re.IGNORECASE)


@cache
def _bare_date_form() -> re.Pattern[str]:
    """Know a line that has the form of a date and no label: "31 February 2023", "06/07/2016"."""
    months = "|".join(sorted(load_codebook("times")["months"], key=len, reverse=True))
    day, month, year = r"\d{1,2}(?:st|nd|rd|th)?", rf"(?:{months})\.?", r"\d{4}"
    numbers = r"\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{4}-\d{2}-\d{2}"
    return re.compile(rf"{day}\s+{month},?\s+{year}|{month}\s+{day},?\s+{year}|{numbers}", re.IGNORECASE)


@cache
def _furniture() -> re.Pattern[str]:
    furniture = load_codebook("furniture")
    patterns = [*furniture["lines"], furniture["links"], furniture["inline_links"]]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


@cache
def _captions() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load_codebook("front_matter")["captions"]))
    return re.compile(rf"\b(?:{words})s?\s*:", re.IGNORECASE)
