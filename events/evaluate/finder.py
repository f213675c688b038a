"""The finder: which names of places a report holds, where nobody has marked them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from events.extract.extractor import extractor_named
from events.settings import Settings
from schemas.place import PlaceReference
from schemas.report import Report
from schemas.span import Span

__all__ = ["Finder", "finder", "pair_up"]

Finder = Callable[[Sequence[Report]], Iterable[Sequence[PlaceReference]]]
"""Find the names of places in each report, in its order."""

NO_PLACES = frozenset({"demonym", "actor"})  # they vote for a country


def finder(*, codebook: Path | None = None) -> Finder:
    """Give affray's own way to find names."""
    extractor = extractor_named(Settings().extractor, pipeline=Settings().pipeline, codebook=codebook)

    def find(reports: Sequence[Report]) -> Iterator[Sequence[PlaceReference]]:
        for extraction in extractor.extract(reports):
            told = (place for telling in extraction.tellings for place in telling.places)
            yield _apart(place for place in (*told, *extraction.toponyms) if place.relation not in NO_PLACES)

    return find


def _apart(references: Iterable[PlaceReference]) -> list[PlaceReference]:
    """Keep the longest of those that share a character, in the order of the text."""
    kept: list[PlaceReference] = []
    longest_first = sorted(references, key=lambda one: (one.span.start - one.span.end, one.span.start))
    for reference in longest_first:
        if not any(reference.span.overlaps(other.span) for other in kept):
            kept.append(reference)
    return sorted(kept, key=lambda one: one.span.start)


def pair_up(found: Sequence[Span], marked: Sequence[Span]) -> Mapping[int, int]:
    """Pair found names with marked ones that share a character, each once, those that share most first.

    >>> pair_up([Span(start=0, end=9)], [Span(start=0, end=4), Span(start=5, end=12)])
    {0: 0}
    """
    overlaps = [
        (min(ours.end, theirs.end) - max(ours.start, theirs.start), left, right)
        for left, ours in enumerate(found)
        for right, theirs in enumerate(marked)
        if ours.overlaps(theirs)
    ]
    pairs: dict[int, int] = {}
    for _, left, right in sorted(overlaps, key=lambda one: (-one[0], *one[1:])):
        if left not in pairs and right not in pairs.values():
            pairs[left] = right
    return pairs
