"""The page of a claim: what it says, what it rests on, what rests on it, and its words in the report."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from outputs.pages.dossier import Dossier, ToldClaim
from outputs.pages.looks import FAINT, LOUD, named, spaced, written
from outputs.pages.marked import marked
from outputs.pages.marks import claimed_words, marks_of
from outputs.pages.prove import Proof
from outputs.pages.quotes import proof_lines
from schemas.record import Record

__all__ = ["Use", "drawn_claim", "uses_of"]


class Use(Record):
    """The columns of an incident or a mention that a claim proves."""

    id: str
    columns: tuple[str, ...]


def uses_of(claim: ToldClaim, proved: Sequence[tuple[Dossier, Proof]]) -> tuple[Use, ...]:
    """List what the claim proves in each of the dossiers."""
    return tuple(
        Use(id=dossier.id, columns=tuple(value.column for value in proof.values if claim in value.claims))
        for dossier, proof in proved
    )


def drawn_claim(claim: ToldClaim, dossier: Dossier, uses: Sequence[Use], *, whole: bool) -> Iterator[RenderableType]:
    """Draw a claim of the report that `dossier` is of."""
    report = dossier.report(claim.report_id)
    yield Text(written(claimed_words(claim)), style=LOUD)
    yield spaced(Text(claim.claim_id, style=FAINT), "claim", named(report), Text(report.report_id, style=FAINT))
    yield Text()
    yield from proof_lines([claim], dossier)
    yield from (_used(use) for use in uses)
    inferred = [other for other in dossier.claims if claim.claim_id in other.derived_from]
    yield from (Text(f"{other.claim_id} follows from it: {written(claimed_words(other))}") for other in inferred)
    sources = [other for other in dossier.claims if other.claim_id in claim.derived_from]
    marks = marks_of([claim, *sources], taken={claim.claim_id, *claim.derived_from})
    if marks:
        yield Text()
        yield from marked(report.text, marks, whole=whole)


def _used(use: Use) -> Text:
    if not use.columns:
        return Text(f"{use.id} takes no value from it", style=FAINT)
    return Text(f"{use.id} takes from it: {', '.join(use.columns)}")
