"""The finder: which names of places a report holds, where nobody has marked them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from events.extract.text.english import english
from events.places.finding.finder import NameFinder
from events.places.gazetteer import Gazetteer
from events.settings import Settings
from schemas.place import PlaceReference
from schemas.report import Report
from schemas.span import Span

__all__ = ["Finder", "finder", "pair_up"]

Finder = Callable[[Sequence[Report]], Iterable[Sequence[PlaceReference]]]
"""Find the names of places in each report, in its order."""


def finder(gazetteer: Gazetteer, *, codebook: Path | None = None) -> Finder:
    """Give affray's own way to find names; it takes demonyms for names of their countries, as gold usually does."""
    names = NameFinder(gazetteer, vocabulary=english(Settings().pipeline), codebook=codebook)

    def find(reports: Sequence[Report]) -> Iterable[Sequence[PlaceReference]]:
        found = names.find({report.report_id: report.text for report in reports})
        return [found[report.report_id] for report in reports]

    return find


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
