"""The law that no value enters without words that are in the report."""

from collections.abc import Sequence

from schemas.claim import Claim
from schemas.report import Report
from schemas.vocabulary import Basis

__all__ = ["is_grounded", "sift"]


def is_grounded(claim: Claim, report: Report) -> bool:
    """Say whether a quoted claim's words stand at its span of the report; other claims need none."""
    if claim.basis is not Basis.QUOTE:
        return True
    return claim.span is not None and bool(claim.quote) and claim.span.of(report.text) == claim.quote


def sift(claims: Sequence[Claim], report: Report) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Part claims into those whose proof holds and those to reject, with what was inferred from the rejected."""
    rejected = {claim.claim_id for claim in claims if not is_grounded(claim, report)}
    grew = bool(rejected)
    while grew:
        follows = {c.claim_id for c in claims if c.claim_id not in rejected and rejected & set(c.derived_from)}
        rejected |= follows
        grew = bool(follows)
    kept = tuple(claim for claim in claims if claim.claim_id not in rejected)
    return kept, tuple(claim for claim in claims if claim.claim_id in rejected)
