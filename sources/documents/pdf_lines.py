"""Lines of printed pages to paragraphs: columns one after the other, running heads out, broken words joined."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

__all__ = ["Line", "paragraphs_of"]

LEAST_COLUMN = 5  # lines; fewer beside each other are a table, or a name beside a date
MOST_RUNNING = 4  # lines at either edge
LEAST_FILLED = 0.6  # of a column's width that its lines fill; the cells of a table are short
MOST_SPANNING = 0.4  # of a page's lines that may run across the gap between columns
EDGE = 12.0  # points
SAME_PLACE = 4.0  # points up or down
WIDE_GAP = 1.4  # times the usual way from line to line: a paragraph has ended
INDENT = 0.7  # times the size of the letters
LARGER = 1.12  # times: a heading's letters
SHORT = 0.5  # of the size of the letters that a line may end before the edge, as letters have sides

_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–]?\s*(\d+)\s*[-–]?(?:\s*(?:of|/)\s*\d+)?", re.IGNORECASE)
_COUNTED = re.compile(r"\d+ of \d+ documents?", re.IGNORECASE)  # parts the articles of a download
_ENDED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
HYPHENS = "-\u2010\u00ad\u0002"  # the last is what pdfium writes for one at the end of a line
SOFT = "\u00ad"  # stands only where a word may be broken


@dataclass(frozen=True, slots=True)
class Line:
    """Words in one line of one column, in points from the left and from the top of the page."""

    words: str
    left: float
    right: float
    middle: float
    size: float
    page: int = 0


def paragraphs_of(pages: list[list[Line]]) -> list[str]:
    """Give the paragraphs of all pages in the order in which they are read."""
    bare = _without_running_heads(pages)
    usual = _usual_gap(bare)
    columns = [column for page in bare for column in _columns(page, usual)]
    known = Counter(word for page in pages for line in page for word in _inner_words(line.words))
    paragraphs: list[list[str]] = []
    last: Line | None = None
    for column in columns:
        edge = max(line.right for line in column)
        pitch = _pitch(column)
        starts = median(line.left for line in column)
        for above, line in pairwise([None, *column]):
            if line is None:
                continue
            if above is None:
                is_new = last is None or not _runs_on(last, line)
            else:
                is_new = _is_new(above, line, edge=edge, pitch=pitch, starts=starts)
            if is_new:
                paragraphs.append([])
            paragraphs[-1].append(line.words)
            last = line
    return [_joined(lines, known) for lines in paragraphs]


def _without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """Take away what stands in the same place of neighbouring pages but for its numbers, from the edges inwards.

    A line inside of one that stays, stays.
    """
    ordered = [sorted(page, key=lambda line: line.middle) for page in pages]
    kept = []
    for at, page in enumerate(ordered):
        beside = [line for near in (at - 2, at - 1, at + 1, at + 2) if 0 <= near < len(pages) for line in ordered[near]]
        places: dict[str, list[float]] = {}
        for line in beside:
            places.setdefault(_shape(line), []).append(line.middle)
        pitch = _pitch(page)
        first = _running(page, places, at, pitch)
        last = len(page) - _running(page[first:][::-1], places, at, pitch)
        kept.append(page[first:last])
    return kept


def _running(inwards: list[Line], places: dict[str, list[float]], at: int, pitch: float) -> int:
    """Count the lines at an edge that are no text: one, or a few that stand apart from what follows.

    Forms of a page each have most of their lines in common, and are text all the same.
    """
    count = 0
    for number, line in enumerate(inwards[:MOST_RUNNING], start=1):
        if not _is_running(line, places, at):
            break
        stands_apart = len(inwards) == number or abs(inwards[number].middle - line.middle) > WIDE_GAP * pitch
        if number == 1 or stands_apart:
            count = number
    return count


def _is_running(line: Line, places: dict[str, list[float]], at: int) -> bool:
    if _COUNTED.fullmatch(line.words.strip()):
        return False
    number = _PAGE_NUMBER.fullmatch(line.words.strip())
    if number and number[1] == str(at + 1):
        return True
    return any(abs(line.middle - place) < SAME_PLACE for place in places.get(_shape(line), ()))


def _shape(line: Line) -> str:
    return _NUMBER.sub("#", line.words.strip())


def _usual_gap(pages: list[list[Line]]) -> float | None:
    """Find where most pages that have columns have their gap; the last of them may have few lines in each."""
    gaps = [gap for page in pages if (gap := _gap(page)) is not None]
    return median(gaps) if gaps else None


def _columns(page: list[Line], usual: float | None = None) -> list[list[Line]]:
    """Part a page at the gap between its columns; a line that runs across ends the columns above it."""
    gap = _gap(page)
    if gap is None and usual is not None and _has_gap(page, usual):
        gap = usual
    if gap is None:
        return [_whole_lines(page)] if page else []
    columns: list[list[Line]] = []
    left: list[Line] = []
    right: list[Line] = []
    spanning: list[Line] = []
    for line in page:
        if line.left < gap < line.right:
            columns += [*_columns(_whole_lines(left)), *_columns(_whole_lines(right))]
            left, right = [], []
            spanning.append(line)
            continue
        if spanning:
            columns.append(spanning)
            spanning = []
        (left if line.right <= gap else right).append(line)
    return [
        column
        for column in (*columns, spanning, *_columns(_whole_lines(left)), *_columns(_whole_lines(right)))
        if column
    ]


def _whole_lines(pieces: Iterable[Line]) -> list[Line]:
    """Put together what stands beside each other in one column: words that were spaced out to fill the line."""
    whole: list[Line] = []
    for piece in sorted(pieces, key=lambda line: (round(line.middle), line.left)):
        last = whole[-1] if whole else None
        if last and last.right <= piece.left and abs(last.middle - piece.middle) < piece.size / 2:
            whole[-1] = replace(last, words=f"{last.words} {piece.words}", right=piece.right)
        else:
            whole.append(piece)
    return whole


def _gap(page: list[Line]) -> float | None:
    """Find where the gap between two columns is: the place that the fewest lines run across."""
    if len(page) < 2 * LEAST_COLUMN:
        return None
    best: tuple[int, float] | None = None
    for place in sorted({round(line.left) - 1.0 for line in page}):
        left = _whole_lines(line for line in page if line.right <= place)
        right = _whole_lines(line for line in page if line.left >= place)
        across = sum(line.left < place < line.right for line in page)
        if min(len(left), len(right)) < LEAST_COLUMN or across > MOST_SPANNING * len(page):
            continue
        if _is_filled(left) and _is_filled(right) and _stand_beside(left, right) and (not best or across < best[0]):
            best = across, place
    return best[1] if best else None


def _has_gap(page: list[Line], place: float) -> bool:
    """Say whether few lines run across a place, and some begin right behind it."""
    across = sum(line.left < place < line.right for line in page)
    behind = any(0 <= line.left - place < EDGE for line in page)
    return behind and across <= MOST_SPANNING * len(page)


def _is_filled(lines: list[Line]) -> bool:
    width = max(line.right for line in lines) - min(line.left for line in lines)
    return median(line.right - line.left for line in lines) >= LEAST_FILLED * width


def _stand_beside(left: list[Line], right: list[Line]) -> bool:
    top = max(min(line.middle for line in left), min(line.middle for line in right))
    bottom = min(max(line.middle for line in left), max(line.middle for line in right))
    return all(sum(top <= line.middle <= bottom for line in lines) >= LEAST_COLUMN - 1 for lines in (left, right))


def _pitch(column: list[Line]) -> float:
    """Give the usual way from line to line."""
    ways = sorted(below.middle - above.middle for above, below in pairwise(column))
    ways = [way for way in ways if way > 0]
    # Of lists of short paragraphs more than half may be gaps; lines of one paragraph are the nearest.
    return ways[len(ways) // 4] if ways else 0.0


def _is_new(above: Line, line: Line, *, edge: float, pitch: float, starts: float) -> bool:
    """Say whether a line begins a paragraph."""
    size = max(above.size, line.size)
    is_far = line.middle - above.middle > WIDE_GAP * max(pitch, size)
    has_other_size = size > LARGER * min(above.size, line.size)
    is_beside = line.middle - above.middle < size / 2
    if is_far or has_other_size or is_beside:
        return True
    is_indented = line.left - above.left > INDENT * size and line.left - starts > INDENT * size
    is_centred = above.right < edge - INDENT * size and above.left - starts > INDENT * size
    return (is_indented and not is_centred) or _first_word_fits(above, line, edge)


def _first_word_fits(above: Line, line: Line, edge: float) -> bool:
    """Tell a line that was ended from one that was full: the next word would have had its place behind it."""
    if above.words[-1:] in HYPHENS:
        return False
    letter = (line.right - line.left) / max(1, len(line.words))
    first = len(line.words.split(maxsplit=1)[0]) if line.words.split() else 0
    return above.right + (first + 1) * letter + SHORT * line.size < edge


def _runs_on(above: Line, line: Line) -> bool:
    """Say whether a sentence goes on in the next column or on the next page."""
    has_same_size = max(above.size, line.size) <= LARGER * min(above.size, line.size)
    return (
        has_same_size and not _ENDED.search(above.words) and (line.words[:1].islower() or above.words[-1:] in HYPHENS)
    )


def _inner_words(words: str) -> Iterable[str]:
    """Give the words that no end of a line may have broken."""
    found = _WORD.findall(words)
    return (word.casefold() for word in (found[:-1] if words[-1:] in HYPHENS else found))


def _joined(lines: list[str], known: Counter[str]) -> str:
    text = lines[0].strip()
    for line in lines[1:]:
        words = line.strip()
        if text[-1:] and text[-1:] in HYPHENS and text[-2:-1].isalnum() and words:
            text = f"{text[:-1]}{words}" if text[-1] == SOFT else _mended(text[:-1], words, known)
        else:
            text = f"{text} {words}"
    return text.replace("\u00ad", "").replace("\u0002", "-").strip()


def _mended(before: str, after: str, known: Counter[str]) -> str:
    """Join a word that was broken; its hyphen stays where the document writes it so elsewhere, or before a capital."""
    first, second = _last_word(before), _WORD.match(after)
    if second is None or not first:
        return f"{before}-{after}"
    whole, hyphened = (f"{first}{mark}{second[0]}".casefold() for mark in ("", "-"))
    is_plain = second[0][:1].islower() or before.isupper()
    is_hyphened = known[hyphened] > known[whole] or (not known[whole] and not is_plain)
    return f"{before}-{after}" if is_hyphened else f"{before}{after}"


def _last_word(words: str) -> str:
    match = re.search(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*$", words[-100:])
    return match[0] if match else ""
