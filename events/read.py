"""One batch of reports read: extracted, grounded, placed. What every worker process does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from events.extract.extractor import Extractor, extractor_named
from events.extract.grounding import sift
from events.mention import placed
from events.places.gazetteer import Gazetteer
from events.places.online.question import Answering
from events.places.resolve import PlaceResolver
from events.places.weights import PlaceWeights
from events.settings import Settings
from outputs.store.load import Batch, BatchReport
from schemas.claim import Claim
from schemas.codebook import load_codebook
from schemas.errors import AffrayError
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
        )
        self._gazetteer = Gazetteer(recipe.gazetteer)
        countries = load_codebook("countries", overlay=recipe.codebook)
        weights = PlaceWeights.load(overlay=recipe.codebook)
        self._places = PlaceResolver(self._gazetteer, weights=weights, countries=countries, answering=answering)

    def read(self, reports: Sequence[Report]) -> Batch:
        """Read a batch; a report on which the extractor fails is kept, unread, with the reason."""
        readable = [report for report in reports if report.language in LANGUAGES or report.language is None]
        extractions, rejects = self._extract(readable)
        by_id = {report.report_id: report for report in reports}
        claims: list[Claim] = []
        for extraction in extractions:
            kept, ungrounded = sift(extraction.claims, by_id[extraction.report_id])
            claims.extend(kept)
            rejects.extend(_ungrounded(ungrounded))
        locations = self._places.locate(extractions, by_id)
        extracted = {extraction.report_id for extraction in extractions}
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
        )

    def close(self) -> None:
        """Close the gazetteer."""
        self._gazetteer.close()

    def _extract(self, reports: Sequence[Report]) -> tuple[list[Extraction], list[Reject]]:
        """Extract a batch at once; where that fails, report by report, to find the one that it fails on."""
        whole = self._attempt(reports)
        if not isinstance(whole, Exception):
            return whole, []
        extractions: list[Extraction] = []
        rejects: list[Reject] = []
        for report in reports:
            outcome = self._attempt([report])
            if isinstance(outcome, Exception):
                detail = f"The extractor failed on it ({type(outcome).__name__}: {outcome}). It is kept, unread."
                rejects.append(Reject(path=report.report_id, reason=RejectReason.EXTRACTION, detail=detail))
            else:
                extractions.extend(outcome)
        return extractions, rejects

    def _attempt(self, reports: Sequence[Report]) -> list[Extraction] | Exception:
        try:
            return list(self._extractor.extract(reports))
        except AffrayError:  # a codebook that is wrong is wrong for every report
            raise
        except Exception as error:  # noqa: BLE001 -- one report must not stop the other twenty thousand
            return error


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
