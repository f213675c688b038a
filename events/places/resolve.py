"""Choosing which place a name means, for many reports with one look into the gazetteer."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from events.places.besides import besides
from events.places.collecting import without_collecting
from events.places.features import Judge
from events.places.gazetteer import Gazetteer, Match
from events.places.online.answered import answered
from events.places.online.question import Answering
from events.places.outlet import outlet_names
from events.places.reading import ReportPlaces, read_places
from events.places.relation import undirected
from events.places.surroundings import ends_of
from events.places.telling import locate_telling
from events.places.ties import dateline_names, tied
from events.places.weights import PlaceWeights
from schemas.codebook import load_codebook
from schemas.incident import Extraction
from schemas.place import Location, Place, PlaceReference
from schemas.report import Report
from schemas.vocabulary import PlaceKind

__all__ = ["PlaceResolver"]

LANDS = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1})


class PlaceResolver:
    """Finds the places that reports mean; `countries` is the codebook of that name.

    `answering` is asked about the names that tellings need and the gazetteer lacks.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        *,
        weights: PlaceWeights | None = None,
        countries: Mapping[str, Any] | None = None,
        answering: Answering | None = None,
    ) -> None:
        self.gazetteer = gazetteer
        self._answering = answering
        self._judge = Judge(weights or PlaceWeights.load())
        self._countries = countries or load_codebook("countries")

    def locate(self, extractions: Iterable[Extraction], reports: Mapping[str, Report]) -> dict[str, Location]:
        """Place every telling, by mention_id; what cannot be placed keeps its name and precision unknown."""
        batch = list(extractions)
        references = {entry.report_id: _references(entry) for entry in batch}
        places = self.resolve_names(references, reports)
        if self._answering:
            answers = answered(batch, places, self._answering, self.gazetteer)
            again = {report_id: references[report_id] for report_id in answers}
            places |= self.resolve_names(again, reports, answers=answers)
        return {
            telling.mention_id: locate_telling(telling, places[entry.report_id])
            for entry in batch
            for telling in entry.tellings
        }

    @without_collecting()
    def resolve_names(
        self,
        references: Mapping[str, Sequence[PlaceReference]],
        reports: Mapping[str, Report],
        *,
        answers: Mapping[str, Mapping[str, tuple[Match, ...]]] | None = None,
    ) -> dict[str, ReportPlaces]:
        """Resolve the names of each report together, by report_id.

        A name needs no more than its span: the report's own words tie it to its neighbours. `answers` are
        further candidates of a report's names, by report_id and name.
        """
        richer = {report_id: self.gazetteer.with_answers(some) for report_id, some in (answers or {}).items()}
        read = self._tied(references, reports)
        datelines = {report_id: dateline_names(reports[report_id].dateline) for report_id in references}
        outlets = {report_id: outlet_names(reports[report_id]) for report_id in references}
        # one join answers for the whole batch, what follows only remembers
        self.gazetteer.matches(
            name
            for report_id, some in read.items()
            for written in (
                *datelines[report_id],
                *outlets[report_id].every,
                *(name for one in some for name in (one.name, *one.within)),
            )
            for name in (written, undirected(written))
            if name
        )
        return {
            report_id: read_places(
                some,
                dateline=datelines[report_id],
                outlet=outlets[report_id],
                gazetteer=richer.get(report_id, self.gazetteer),
                judge=self._judge,
                capitals=self._capitals,
                seats=self._seats,
                text=reports[report_id].text,
            )
            for report_id, some in read.items()
        }

    def _tied(
        self, references: Mapping[str, Sequence[PlaceReference]], reports: Mapping[str, Report]
    ) -> dict[str, list[PlaceReference]]:
        found = self.gazetteer.matches(one.name for some in references.values() for one in some)
        likeliest = {name: max(some, key=self._judge.standing).place for name, some in found.items() if some}
        lands = frozenset(name for name, place in likeliest.items() if place.kind in LANDS)
        return {
            report_id: tied(text, [*some, *besides(text, some)], kind_words=self._judge.kind_words, lands=lands)
            for report_id, some in references.items()
            for text in (reports[report_id].text,)
        }

    @cached_property
    def _capitals(self) -> Mapping[str, Place]:
        """Find the capital of each country by its code; in news it stands for the government, too."""
        seats = {entry["capital"]: code for code, entry in self._countries.items() if "capital" in entry}
        found = self.gazetteer.matches(seats)
        # "Washington" the state has more people, and "Santiago" a namesake in every country of its tongue
        cities = (
            (code, match.place)
            for name, code in seats.items()
            for match in reversed(found[name])
            if match.place.country_code == code and match.place.kind is PlaceKind.SETTLEMENT
        )
        return dict(cities)

    @cached_property
    def _seats(self) -> frozenset[str]:
        return frozenset(capital.place_id for capital in self._capitals.values())


def _references(extraction: Extraction) -> list[PlaceReference]:
    named = [*(place for telling in extraction.tellings for place in telling.places), *extraction.toponyms]
    return [*named, *(end for reference in named for end in ends_of(reference))]
