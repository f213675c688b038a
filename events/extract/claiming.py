"""The claims of one telling, each with the words that prove it."""

from schemas.claim import Claim
from schemas.count import Count
from schemas.report import Report
from schemas.span import Span
from schemas.vocabulary import Basis, Field, Modality, Side

__all__ = ["ClaimBook"]


class ClaimBook:
    """Collects a telling's claims; the same claim is kept once."""

    def __init__(self, report: Report, mention_id: str, extractor: str) -> None:
        self._report = report
        self._mention_id = mention_id
        self._extractor = extractor
        self._made: dict[str, Claim] = {}

    @property
    def made(self) -> tuple[Claim, ...]:
        """Give the claims in the order in which they were made."""
        return tuple(self._made.values())

    def quote(
        self,
        field: Field,
        span: Span,
        *,
        rule: str,
        value: str | None = None,
        count: Count | None = None,
        side: Side | None = None,
        modality: Modality = Modality.ASSERTED,
        speaker: Span | None = None,
    ) -> Claim:
        """Claim a value that stands in the report's own words at `span`."""
        claim = Claim.identified(
            report_id=self._report.report_id,
            mention_id=self._mention_id,
            field=field,
            extractor=self._extractor,
            rule=rule,
            value=value,
            count=count,
            side=side,
            span=span,
            quote=span.of(self._report.text),
            modality=modality,
            speaker=speaker.of(self._report.text) if speaker else None,
        )
        return self._made.setdefault(claim.claim_id, claim)

    def infer(
        self, field: Field, sources: tuple[Claim, ...], *, rule: str, count: Count, side: Side | None = None
    ) -> Claim:
        """Claim a count that follows from other claims."""
        claim = Claim.identified(
            report_id=self._report.report_id,
            mention_id=self._mention_id,
            field=field,
            extractor=self._extractor,
            rule=rule,
            count=count,
            value=str(count.best),
            side=side,
            basis=Basis.INFERENCE,
            derived_from=tuple(source.claim_id for source in sources),
        )
        return self._made.setdefault(claim.claim_id, claim)

    def from_metadata(self, field: Field, value: str, *, rule: str) -> Claim:
        """Claim a value that the report's own date or outlet gives."""
        claim = Claim.identified(
            report_id=self._report.report_id,
            mention_id=self._mention_id,
            field=field,
            extractor=self._extractor,
            rule=rule,
            value=value,
            basis=Basis.METADATA,
        )
        return self._made.setdefault(claim.claim_id, claim)
