"""The claims of one telling, each with the words that prove it."""

from functools import partial

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
        self._claim = partial(Claim.identified, report_id=report.report_id, mention_id=mention_id, extractor=extractor)
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
        return self._keep(
            self._claim(
                field=field,
                rule=rule,
                value=value,
                count=count,
                side=side,
                span=span,
                quote=span.of(self._report.text),
                modality=modality,
                speaker=speaker.of(self._report.text) if speaker else None,
            )
        )

    def infer(self, field: Field, sources: tuple[Claim, ...], *, rule: str, count: Count) -> Claim:
        """Claim a count that follows from other claims."""
        return self._keep(
            self._claim(
                field=field,
                rule=rule,
                value=str(count.best),
                count=count,
                basis=Basis.INFERENCE,
                derived_from=tuple(source.claim_id for source in sources),
            )
        )

    def from_metadata(self, field: Field, value: str, *, rule: str) -> Claim:
        """Claim a value that the report's own date or outlet gives."""
        return self._keep(self._claim(field=field, rule=rule, value=value, basis=Basis.METADATA))

    def _keep(self, claim: Claim) -> Claim:
        return self._made.setdefault(claim.claim_id, claim)
