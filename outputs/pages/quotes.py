"""The words that a value stands on, as lines of a page."""

from collections.abc import Iterable, Sequence

from rich.text import Text

from outputs.pages.dossier import Dossier, ToldClaim
from outputs.pages.looks import FAINT, QUOTED, style_of, written
from outputs.pages.marks import told_value
from schemas.vocabulary import Basis, Modality

__all__ = ["proof_lines", "told_lines"]

# What is left out here stands marked in the reports below.
LINES_SHOWN = 6
QUOTES_SHOWN = 6


def proof_lines(claims: Iterable[ToldClaim], dossier: Dossier) -> list[Text]:
    """Write the claims that state one value: a line for each report and speaker, with the quotes and the rules."""
    groups: dict[tuple[object, ...], list[ToldClaim]] = {}
    for claim in claims:
        key = (claim.report_id, claim.speaker, claim.modality, claim.basis, claim.derived_from)
        groups.setdefault(key, []).append(claim)
    lines = [_line(group, dossier) for group in groups.values()]
    rest = len(lines) - LINES_SHOWN
    return [*lines[:LINES_SHOWN], Text(f"and {rest} more, marked below", style=FAINT)] if rest > 0 else lines


def told_lines(claims: Iterable[ToldClaim], dossier: Dossier) -> list[Text]:
    """Write claims of different values: a line for each report and field, the value before each quote."""
    groups: dict[tuple[str, str], list[ToldClaim]] = {}
    for claim in claims:
        groups.setdefault((claim.report_id, claim.field), []).append(claim)
    lines = []
    for (report_id, field), group in sorted(groups.items(), key=lambda entry: dossier.report(entry[0][0]).number):
        told = dict.fromkeys(_told(claim, dossier) for claim in group)
        line = _numbered(dossier, report_id)
        line.append(f"{field} ", style=style_of(field))
        lines.append(line.append(", ".join(told)))
    return lines


def _told(claim: ToldClaim, dossier: Dossier) -> str:
    firmness = claim.modality if claim.modality not in (None, Modality.ASSERTED, Modality.ATTRIBUTED) else None
    speaker = f"says {_quoted(claim.speaker)}" if claim.speaker else None
    words = _quoted(claim.quote) if claim.quote else _ground(claim, dossier).plain
    parts = [written(told_value(claim) or ""), words]
    notes = ", ".join(note for note in (firmness, speaker) if note)
    return " ".join(part for part in [*parts, f"({notes})" if notes else ""] if part)


def _line(group: Sequence[ToldClaim], dossier: Dossier) -> Text:
    first = group[0]
    line = _numbered(dossier, first.report_id)
    line.append_text(_quotes(group) if first.basis == Basis.QUOTE else _ground(first, dossier))
    return line.append(f" ({', '.join(_notes(group))})", style=FAINT)


def _numbered(dossier: Dossier, report_id: str) -> Text:
    return Text().append(f"[{dossier.report(report_id).number}] ", FAINT)


def _quotes(group: Sequence[ToldClaim]) -> Text:
    first: dict[str, ToldClaim] = {}
    for claim in group:
        first.setdefault((claim.quote or "").casefold(), claim)
    shown = [Text(_quoted(claim.quote), style=f"{QUOTED} {style_of(claim.field)}") for claim in first.values()]
    line = Text(", ").join(shown[:QUOTES_SHOWN])
    rest = len(shown) - QUOTES_SHOWN
    return line.append(f" and {rest} more", style=FAINT) if rest > 0 else line


def _ground(claim: ToldClaim, dossier: Dossier) -> Text:
    """Say what a claim without a quote rests on."""
    if claim.basis == Basis.INFERENCE:
        sources = [other for other in dossier.claims if other.claim_id in claim.derived_from]
        parts = [Text.assemble(f"{written(told_value(source) or '')} ", _quotes([source])) for source in sources]
        return Text(" + ").join(parts) if parts else Text("claims that are not in the dataset")
    if claim.basis == Basis.METADATA:
        report = dossier.report(claim.report_id)
        return Text(f"published {report.published or 'on an unknown day'}")
    return Text("a person's correction")


def _notes(group: Sequence[ToldClaim]) -> list[str]:
    first = group[0]
    rules = list(dict.fromkeys(written(claim.rule) for claim in group if claim.rule))
    if first.speaker:
        by = "to" if first.modality == Modality.ATTRIBUTED else "by"
        return [*rules, f"{first.modality} {by} {_quoted(first.speaker)}"]
    is_plain = first.modality in (None, Modality.ASSERTED)
    return rules if is_plain and rules else [*rules, str(first.modality)]


def _quoted(words: str | None) -> str:
    return f"“{written(words or '')}”"
