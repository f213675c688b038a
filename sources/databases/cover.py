"""What a download says of itself, who asked for it and for how much, and what is said of it where that is not there."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from schemas.vocabulary import RejectReason
from sources.databases.lines import is_copyright, is_page, stray
from sources.databases.words import begins_with, database_words
from sources.refusal import Refusal, quoted

__all__ = [
    "is_cover",
    "is_furniture",
    "listed_first",
    "miscounted",
    "stray_above",
    "total_on",
    "untold",
    "without_text",
]

_LISTED = re.compile(r"\s*1\.\s*(\S.*?)\s*")


def is_cover(lines: Sequence[str]) -> bool:
    """Know the lines of a cover by the names of what stands there: "User Name:", "Download Request:"."""
    return any(_cover_line().match(line) for line in lines)


def is_furniture(line: str) -> bool:
    """Know the head and foot of a page, and what the database says of itself."""
    furniture = database_words().nexis.furniture
    return is_page(line) or is_copyright(line) or bool(begins_with(furniture).match(line))


def total_on(lines: Sequence[str]) -> int | None:
    """Read how many articles the cover counts: "Documents (50)"."""
    return next((int(match[1]) for line in lines if (match := _total_line().fullmatch(line))), None)


def listed_first(lines: Sequence[str]) -> str | None:
    """Give the first headline that the cover lists: "1. Five die in Banjska"."""
    return next((match[1] for line in lines if (match := _LISTED.fullmatch(line))), None)


def stray_above(lines: Sequence[str], first: int) -> Iterator[Refusal]:
    """Tell of words above the first article that are no cover."""
    if not is_cover(lines):
        yield from stray(lines, first, is_furniture=is_furniture)


def miscounted(total: int, found: int) -> Iterator[Refusal]:
    """Tell where a download has not as many articles as it says."""
    if total != found:
        yield Refusal(
            reason=RejectReason.INCOMPLETE,
            detail=f"The download counts {total:,} articles and has {found:,}. "
            "Compare it with the database, and download what is missing.",
        )


def untold(lines: Sequence[str]) -> Refusal:
    """Say that an article's header cannot be told from its text."""
    first = next((line for line in lines if line.strip()), "")
    return Refusal(
        reason=RejectReason.MALFORMED,
        detail=f"The article that begins {quoted(first)} has no header that can be told from its text. "
        "Download it again.",
    )


def without_text(title: str | None) -> Refusal:
    """Say that an article is a header and nothing more, as databases write what they may not show."""
    named = f"The article {quoted(title)}" if title else "The article"
    return Refusal(
        reason=RejectReason.EMPTY,
        detail=f"{named} has a header and no text. Leave it out, or look it up in the database.",
    )


@cache
def _cover_line() -> re.Pattern[str]:
    covers = "|".join(re.escape(name) for name in database_words().nexis.covers)
    return re.compile(rf"\s*(?:{covers})\s*:.*", re.IGNORECASE)


@cache
def _total_line() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{'|'.join(database_words().nexis.totals)})\s*\((\d{{1,7}})\)\s*", re.IGNORECASE)
