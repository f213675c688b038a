"""Whether one text reprints another: cut, under another headline or name, and telling nothing of its own."""

from collections.abc import Iterator

from events.link.copies.sketch import SHINGLE
from events.link.copies.wording import Unit, Word, Wording

__all__ = ["reprints"]

LEAST_SHARED = 0.8  # of the words of the reprint
KEPT = 0.5  # of the words of a sentence that both have, perhaps in other words


def reprints(one: Wording, other: Wording) -> bool:
    """Say whether `one` has most of its words from `other`, and no number and no name that `other` lacks.

    A sentence that both have with another number, name or day makes them two reports: the daily note of a police
    office, or a toll that has risen. What `other` has beside was cut. A headline may put in other words what both tell.
    """
    if not one.facts <= other.vocabulary:  # told at a glance of nearly all notes of one form
        return False
    shared = one.shingles & other.shingles
    if not shared:
        return False
    ours, theirs = list(_covered(one, shared)), list(_covered(other, shared))
    told = {word.text for unit, covered in ours for word in _told(unit, covered) if word.is_fact}
    return (
        _shared_part(ours) >= LEAST_SHARED
        and not any(_adds(unit, covered, told) for unit, covered in ours)
        and not any(_adds(unit, covered, told) for unit, covered in theirs if _is_kept(covered))
    )


def _covered(text: Wording, shared: frozenset[tuple[str, ...]]) -> Iterator[tuple[Unit, list[bool]]]:
    """Give each unit with, for each of its words, whether it stands in a stretch that both have."""
    words = text.words
    covered = [False] * len(words)
    for at in range(len(words) - SHINGLE + 1):
        if words[at : at + SHINGLE] in shared:
            covered[at : at + SHINGLE] = [True] * SHINGLE
    start = 0
    for unit in text.units:
        yield unit, covered[start : start + len(unit.words)]
        start += len(unit.words)


def _shared_part(text: list[tuple[Unit, list[bool]]]) -> float:
    """Give how much of the sentences is shared; headlines and names of writers aside."""
    body = [covered for unit, covered in text if _is_kept(covered) or not (unit.is_line or unit.is_byline)]
    words = sum(map(len, body))
    return sum(map(sum, body)) / words if words else 0.0


def _is_kept(covered: list[bool]) -> bool:
    return sum(covered) >= KEPT * len(covered)


def _told(unit: Unit, covered: list[bool]) -> Iterator[Word]:
    return (word for word, is_shared in zip(unit.words, covered, strict=True) if is_shared)


def _adds(unit: Unit, covered: list[bool], told: set[str]) -> bool:
    """Say whether a unit tells what the shared words do not; in a headline, a fact that they tell is none."""
    if unit.is_byline and not all(covered) and not _is_kept(covered):
        return False
    own = (word for word, is_shared in zip(unit.words, covered, strict=True) if word.is_fact and not is_shared)
    return any(not (unit.is_line and word.text in told) for word in own)
