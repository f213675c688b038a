"""A claim: one value of one field as one sentence states it."""

from typing import Self

from pydantic import model_validator

from schemas.count import Count
from schemas.record import Record, content_id
from schemas.span import Span
from schemas.vocabulary import Basis, Field, Modality, Side

__all__ = ["Claim"]


class Claim(Record):
    """A value with its proof: the quote at the span, who says so, and how.

    `basis` quote: the words stand at `span`. `metadata`: from the report's date or outlet, no span.
    `inference`: from the claims named in `derived_from`. `speaker` is None when the reporter says so.
    """

    claim_id: str
    report_id: str
    mention_id: str | None = None
    field: Field
    value: str | None = None
    count: Count | None = None
    side: Side | None = None
    span: Span | None = None
    quote: str | None = None
    speaker: str | None = None
    modality: Modality = Modality.ASSERTED
    basis: Basis = Basis.QUOTE
    confidence: float = 1.0
    extractor: str
    rule: str
    derived_from: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _has_its_proof(self) -> Self:
        if self.basis is Basis.QUOTE and (self.span is None or not self.quote):
            raise ValueError(f"a quoted claim needs its span and its quote; {self.claim_id} lacks one")
        if self.basis is Basis.INFERENCE and not self.derived_from:
            raise ValueError(f"an inferred claim names the claims it follows from; {self.claim_id} names none")
        return self

    @classmethod
    def identified(
        cls,
        *,
        report_id: str,
        mention_id: str | None,
        field: Field,
        extractor: str,
        rule: str,
        value: str | None = None,
        count: Count | None = None,
        side: Side | None = None,
        span: Span | None = None,
        quote: str | None = None,
        speaker: str | None = None,
        modality: Modality = Modality.ASSERTED,
        basis: Basis = Basis.QUOTE,
        confidence: float = 1.0,
        derived_from: tuple[str, ...] = (),
    ) -> Self:
        """Make a claim and name it by what it says and where."""
        bounds = (count.low, count.best, count.high) if count else (None, None, None)
        ends = (span.start, span.end) if span else (None, None)
        parts = [report_id, mention_id, field, value, *bounds, side, *ends, modality, basis, rule]
        return cls(
            claim_id=content_id("c", parts),
            report_id=report_id,
            mention_id=mention_id,
            field=field,
            value=value,
            count=count,
            side=side,
            span=span,
            quote=quote,
            speaker=speaker,
            modality=modality,
            basis=basis,
            confidence=confidence,
            extractor=extractor,
            rule=rule,
            derived_from=derived_from,
        )
