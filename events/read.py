"""One batch of reports read: extracted, grounded, placed. What every worker process does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from events.extract.extractor import Extractor, extractor_named
from events.extract.grounding import sift
from events.llm.choice import LlmChoice
from events.mention import placed
from events.places.gazetteer import Gazetteer
from events.places.online.question import Answering
from events.places.resolve import PlaceResolver
from events.places.weights import PlaceWeights
from events.settings import Settings
from outputs.store.load import Batch, BatchReport
from schemas.claim import Claim
from schemas.codebook import load_codebook
from schemas.errors import AffrayError, ModelStopError
from schemas.incident import Extraction
from schemas.place import References
from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason

__all__ = ["BatchReader", "ReaderRecipe"]

LANGUAGES = frozenset({"en"})  # those that the extractor reads


@dataclass(frozen=True, slots=True)
class ReaderRecipe:
    """All that a worker process needs to make its own reader."""

    settings: Settings
    gazetteer: Path
    codebook: Path | None = None
    llm: LlmChoice | None = None
    asks: bool = False  # there are answers to be had about names that the gazetteer lacks


class BatchReader:
    """Turns reports into a batch for the store: the same for the same reports, in any process."""

    def __init__(self, recipe: ReaderRecipe, *, answering: Answering | None = None) -> None:
        settings = recipe.settings
        self._extractor: Extractor = extractor_named(
            settings.extractor,
            pipeline=settings.pipeline,
            codebook=recipe.codebook,
            date_order=settings.date_order,
            include_crime=settings.include_crime,
            llm=recipe.llm,
        )
        self._gazetteer = Gazetteer(recipe.gazetteer)
        countries = load_codebook("countries", overlay=recipe.codebook)
        weights = PlaceWeights.load(overlay=recipe.codebook)
        self._places = PlaceResolver(self._gazetteer, weights=weights, countries=countries, answering=answering)

    def read(self, reports: Sequence[Report]) -> Batch:
        """Read a batch; a report on which the extractor fails is kept, unread, with the reason."""
        languages = getattr(self._extractor, "languages", LANGUAGES)
        readable = [r for r in reports if languages is None or r.language is None or r.language in languages]
        extractions, rejects, stop = self._extract(readable)
        reports = _without(reports, readable[len(extractions) :]) if stop else reports
        by_id = {report.report_id: report for report in reports}
        claims: list[Claim] = []
        for extraction in extractions:
            kept, ungrounded = sift(extraction.claims, by_id[extraction.report_id])
            claims.extend(kept)
            rejects.extend(_ungrounded(ungrounded))
        locations = self._places.locate(extractions, by_id)
        extracted = {extraction.report_id for extraction in extractions if extraction.is_read}
        rejects.extend(reject for extraction in extractions for reject in extraction.rejects)
        return Batch(
            reports=tuple(BatchReport(report=r, extracted=r.report_id in extracted) for r in reports),
            mentions=tuple(
                placed(telling, locations[telling.mention_id])
                for extraction in extractions
                for telling in extraction.tellings
            ),
            claims=tuple(claims),
            rejects=tuple(rejects),
            actors=tuple(dict.fromkeys(actor for extraction in extractions for actor in extraction.actors)),
            references=tuple(kept for extraction in extractions for kept in _references(extraction)),
            calls=(*(call for extraction in extractions for call in extraction.calls), *(stop.calls if stop else ())),
            stopped=str(stop) if stop else None,
        )

    def close(self) -> None:
        """Close the gazetteer."""
        self._gazetteer.close()

    def _extract(self, reports: Sequence[Report]) -> tuple[list[Extraction], list[Reject], ModelStopError | None]:
        """Extract a batch at once; where that fails, report by report, to find the one that it fails on.

        What stops all reading is told last: the reports that came before it are read.
        """
        whole, failure = self._attempt(reports)
        if failure is None:
            return whole, [], None
        if isinstance(failure, ModelStopError):
            return whole, [], failure
        extractions: list[Extraction] = []
        rejects: list[Reject] = []
        for report in reports:
            read, failure = self._attempt([report])
            if isinstance(failure, ModelStopError):
                return extractions, rejects, failure
            if failure is not None:
                detail = f"The extractor failed on it ({type(failure).__name__}: {failure}). It is kept, unread."
                rejects.append(Reject(path=report.report_id, reason=RejectReason.EXTRACTION, detail=detail))
                extractions.append(Extraction(report_id=report.report_id, is_read=False))
            else:
                extractions.extend(read)
        return extractions, rejects, None

    def _attempt(self, reports: Sequence[Report]) -> tuple[list[Extraction], Exception | None]:
        """Give what was extracted, and what ended it early."""
        extractions: list[Extraction] = []
        try:
            extractions.extend(self._extractor.extract(reports))
        except ModelStopError as stop:
            return extractions, stop
        except AffrayError:  # a codebook that is wrong is wrong for every report
            raise
        except Exception as error:  # noqa: BLE001 -- one report must not stop the other twenty thousand
            return extractions, error
        return extractions, None


def _without(reports: Sequence[Report], unread: Sequence[Report]) -> Sequence[Report]:
    """Leave out the reports that were to be read and were not: they come again when the build is run again."""
    left = {report.report_id for report in unread}
    return [report for report in reports if report.report_id not in left]


def _references(extraction: Extraction) -> Iterator[References]:
    """Give what a report's mentions are placed by, so that they can be placed anew without reading it again."""
    for telling in extraction.tellings:
        yield References(report_id=extraction.report_id, mention_id=telling.mention_id, places=telling.places)
    if extraction.tellings:
        yield References(report_id=extraction.report_id, places=extraction.toponyms)


def _ungrounded(claims: Sequence[Claim]) -> Iterator[Reject]:
    for claim in claims:
        detail = f"The {claim.field} claim {claim.claim_id} has no words in the report and was not entered."
        yield Reject(path=claim.report_id, part=claim.claim_id, reason=RejectReason.EXTRACTION, detail=detail)
