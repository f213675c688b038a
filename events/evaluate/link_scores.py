"""Link scores: how well entries were put together, each measure with its definition."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from math import comb

from rich.table import Table

from events.evaluate.entries import Entry
from events.evaluate.scores import Json, tally_json
from events.evaluate.table import tally_cells
from events.evaluate.tally import Tally
from schemas.record import Record

__all__ = ["CubedScore", "LinkScores", "link_scores"]

DIGITS = 4


class CubedScore(Record):
    """The means of B-cubed; None without an entry."""

    recall: float | None = None
    precision: float | None = None

    @property
    def f1(self) -> float | None:
        """Give the harmonic mean."""
        if self.recall is None or self.precision is None:
            return None
        return round(2 * self.recall * self.precision / (self.recall + self.precision), DIGITS)


class LinkScores(Record):
    """The scores of one run over entries that people have put together.

    * `entries`: those scored; `left_out` have no cluster.
    * `pairs`: expected are the pairs of entries that tell one incident, given those that we put together,
      correct those that are both. `of_one_source` and `of_two_sources` are the two parts of it.
    * `b_cubed`: for each entry, the part of its own cluster that we put with it (recall) and the part of ours that
      belongs with it (precision), itself counted; the means of all entries. Bagga and Baldwin (1998), Algorithms
      for Scoring Coreference Chains.
    * `clusters`: all clusters; correct are those that hold the same entries, no more and no fewer.
    * `sizes`: the same for the clusters of each size.
    """

    entries: int
    left_out: int
    pairs: Tally
    of_one_source: Tally
    of_two_sources: Tally
    b_cubed: CubedScore
    clusters: Tally
    sizes: dict[int, Tally]

    def as_json(self) -> Json:
        """Give all numbers under stable keys."""
        cubed = self.b_cubed
        return {
            "task": "links",
            "entries": self.entries,
            "left_out": self.left_out,
            **{name: tally_json(tally) for name, tally in self._pairs().items()},
            "b_cubed": {"recall": cubed.recall, "precision": cubed.precision, "f1": cubed.f1},
            "clusters": tally_json(self.clusters),
            "sizes": {str(size): tally_json(tally) for size, tally in self.sizes.items()},
        }

    def measures(self) -> dict[str, float]:
        """Name every measure that has a value."""
        named = {
            "pairs.precision": self.pairs.precision,
            "pairs.recall": self.pairs.recall,
            "pairs.f1": self.pairs.f1,
            "b_cubed.f1": self.b_cubed.f1,
            "clusters.f1": self.clusters.f1,
        }
        return {name: value for name, value in named.items() if value is not None}

    def tables(self) -> tuple[Table, ...]:
        """Lay the scores out."""
        pairs = _table("Pairs of entries", ("expected", "given", "correct", "recall", "precision", "F1"))
        for name, tally in self._pairs().items():
            pairs.add_row(TITLES[name], *tally_cells(tally))
        pairs.add_section()
        cubed = (self.b_cubed.recall, self.b_cubed.precision, self.b_cubed.f1)
        pairs.add_row("B-cubed", "", "", "", *("-" if share is None else f"{share:.3f}" for share in cubed))
        clusters = _table("Clusters by size", ("expected", "given", "exact", "recall", "precision", "F1"))
        for size, tally in self.sizes.items():
            clusters.add_row(f"{size:,}", *tally_cells(tally))
        clusters.add_section()
        clusters.add_row("all", *tally_cells(self.clusters))
        return (pairs, clusters)

    def _pairs(self) -> dict[str, Tally]:
        return {name: getattr(self, name) for name in TITLES}


TITLES = {"pairs": "all", "of_one_source": "of one source", "of_two_sources": "of two sources"}


def link_scores(entries: Sequence[Entry], clusters: Mapping[str, str]) -> LinkScores:
    """Compare; `clusters` gives for the id of every entry the cluster that we put it into."""
    judged = [entry for entry in entries if entry.cluster is not None]
    told = [(entry.cluster, clusters[entry.id], entry.source or entry.id) for entry in judged]
    pairs = _pairs([(gold, ours) for gold, ours, _ in told])
    within = _pairs([((gold, source), (ours, source)) for gold, ours, source in told])
    sizes = _sizes([(gold, ours) for gold, ours, _ in told])
    return LinkScores(
        entries=len(judged),
        left_out=len(entries) - len(judged),
        pairs=pairs,
        of_one_source=within,
        of_two_sources=_without(pairs, within),
        b_cubed=_b_cubed([(gold, ours) for gold, ours, _ in told]),
        clusters=sum(sizes.values(), Tally()),
        sizes=sizes,
    )


def _pairs(told: Sequence[tuple[object, object]]) -> Tally:
    """Count pairs from the sizes of the clusters and of what they share: little work for any number of entries."""
    expected, given = Counter(gold for gold, _ in told), Counter(ours for _, ours in told)
    return Tally(
        expected=sum(comb(size, 2) for size in expected.values()),
        given=sum(comb(size, 2) for size in given.values()),
        correct=sum(comb(size, 2) for size in Counter(told).values()),
    )


def _without(whole: Tally, part: Tally) -> Tally:
    return Tally(
        expected=whole.expected - part.expected,
        given=whole.given - part.given,
        correct=whole.correct - part.correct,
    )


def _b_cubed(told: Sequence[tuple[object, object]]) -> CubedScore:
    if not told:
        return CubedScore()
    expected, given = Counter(gold for gold, _ in told), Counter(ours for _, ours in told)
    shared = Counter(told)
    recalled = sum(size * size / expected[gold] for (gold, _), size in shared.items())
    precise = sum(size * size / given[ours] for (_, ours), size in shared.items())
    return CubedScore(recall=round(recalled / len(told), DIGITS), precision=round(precise / len(told), DIGITS))


def _sizes(told: Sequence[tuple[object, object]]) -> dict[int, Tally]:
    expected, given = Counter(gold for gold, _ in told), Counter(ours for _, ours in told)
    exact = (size for (gold, ours), size in Counter(told).items() if size == expected[gold] == given[ours])
    counted = [Counter(sizes) for sizes in (expected.values(), given.values(), exact)]
    return {
        size: Tally(expected=counted[0][size], given=counted[1][size], correct=counted[2][size])
        for size, _ in groupby(sorted([*counted[0], *counted[1]]))
    }


def _table(title: str, columns: tuple[str, ...]) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column("")
    for column in columns:
        table.add_column(column, justify="right")
    return table
