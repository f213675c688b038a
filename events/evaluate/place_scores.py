"""Place scores: how near the places are that names were taken for, each measure with its definition."""

from collections.abc import Sequence
from statistics import median

from rich.table import Table

from events.evaluate.scores import Json, rate_json, tally_json
from events.evaluate.table import rate_cells, tally_cells
from events.evaluate.tally import Rate, Tally
from schemas.record import Record

__all__ = ["CLOSE_KM", "FAR_KM", "Judged", "PlaceScores", "place_scores"]

FAR_KM, CLOSE_KM = 161.0, 25.0  # a hundred miles is the field's measure


class Judged(Record):
    """One marked name with a point: how far off its answer is; None where there is no answer, or nothing to judge."""

    km: float | None = None
    same_country: bool | None = None
    same_entry: bool | None = None


class PlaceScores(Record):
    """The scores of one run over marked names; a name without an answer counts as wrong.

    * `within_161_km`, `within_25_km`: all marked names that have a point; a hit was taken for a place so near.
    * `country`: those whose own place has a country: that of its GeoNames number in the gazetteer, else of the
      settlement nearest to its point.
    * `entry`: those that have a GeoNames number; a hit was taken for the entry of this number.
    * `median_km`: the middle error of the answers.
    * `unanswered`: names that no place is given for.

    Where names were found and not given (`--find`), two more, None otherwise:

    * `found`: expected are all marked names, with a point or without; given all that was found; correct are
      pairs, one to one, that share a character.
    * `end_to_end`: expected are the marked names that have a point, given the found ones that were taken for a
      place, less those whose marked name has none; correct are found and taken for a place within 161 km.
      Kamalloo and Rafiei (2018), A Coherent Unsupervised Model for Toponym Resolution, count precision and
      recall so; resolvers that are scored only on what they found have higher figures.
    """

    reports: int
    unscored: int
    within_161_km: Rate
    within_25_km: Rate
    country: Rate
    entry: Rate
    median_km: float | None
    unanswered: Rate
    found: Tally | None = None
    end_to_end: Tally | None = None

    def as_json(self) -> Json:
        """Give all numbers under stable keys."""
        return {
            "task": "places",
            "reports": self.reports,
            "unscored": self.unscored,
            **{name: rate_json(rate) for name, rate in self._rates().items()},
            "median_km": self.median_km,
            **{name: tally_json(tally) for name, tally in self._tallies().items()},
        }

    def measures(self) -> dict[str, float]:
        """Name every measure that has a value; all are better when higher."""
        shares = {name: rate.share for name, rate in self._rates().items() if name != "unanswered"}
        shares |= {f"{name}.f1": tally.f1 for name, tally in self._tallies().items()}
        return {name: share for name, share in shares.items() if share is not None}

    def tables(self) -> tuple[Table, ...]:
        """Lay the scores out."""
        names = _table("Names of places", ("names", "of them", "share"))
        for name, rate in self._rates().items():
            names.add_row(TITLES[name], *rate_cells(rate))
        names.add_section()
        middle = "-" if self.median_km is None else f"{self.median_km:,.1f} km"
        names.add_row("median error", "", "", middle)
        if not self._tallies():
            return (names,)
        found = _table("Names found", ("expected", "given", "correct", "recall", "precision", "F1"))
        for name, tally in self._tallies().items():
            found.add_row(TITLES[name], *tally_cells(tally))
        return (names, found)

    def _rates(self) -> dict[str, Rate]:
        names = ("within_161_km", "within_25_km", "country", "entry", "unanswered")
        return {name: getattr(self, name) for name in names}

    def _tallies(self) -> dict[str, Tally]:
        tallies = {"found": self.found, "end_to_end": self.end_to_end}
        return {name: tally for name, tally in tallies.items() if tally is not None}


TITLES = {
    "within_161_km": "within 161 km",
    "within_25_km": "within 25 km",
    "country": "country right",
    "entry": "the same GeoNames entry",
    "unanswered": "unanswered",
    "found": "found",
    "end_to_end": "found and within 161 km",
}


def place_scores(
    judged: Sequence[Judged], *, reports: int, unscored: int, found: Tally | None = None, given: int = 0
) -> PlaceScores:
    """Count what was judged; `given` are the found names that were taken for a place, where names were found."""
    errors = [name.km for name in judged if name.km is not None]
    near = _hits([km <= FAR_KM for km in errors], of=len(judged))
    return PlaceScores(
        reports=reports,
        unscored=unscored,
        within_161_km=near,
        within_25_km=_hits([km <= CLOSE_KM for km in errors], of=len(judged)),
        country=_known([name.same_country for name in judged]),
        entry=_known([name.same_entry for name in judged]),
        median_km=round(median(errors), 1) if errors else None,
        unanswered=Rate(cases=len(judged), hits=len(judged) - len(errors)),
        found=found,
        end_to_end=None if found is None else Tally(expected=len(judged), given=given, correct=near.hits),
    )


def _hits(hits: Sequence[bool], *, of: int) -> Rate:
    return Rate(cases=of, hits=sum(hits))


def _known(values: Sequence[bool | None]) -> Rate:
    known = [value for value in values if value is not None]
    return Rate(cases=len(known), hits=sum(known))


def _table(title: str, columns: Sequence[str]) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column("")
    for column in columns:
        table.add_column(column, justify="right")
    return table
