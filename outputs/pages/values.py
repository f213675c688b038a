"""The values of an incident or a mention, section by section, each with the words that it stands on."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from outputs.pages.dossier import Candidate, Dossier
from outputs.pages.grid import Grid, Line, no_claim
from outputs.pages.looks import FAINT, LOUD, named, written
from outputs.pages.marks import count_of
from outputs.pages.prove import Proof, ProvedParticipant, ProvedSection, ProvedValue, Standing
from outputs.pages.quotes import proof_lines, told_lines
from outputs.pages.tolls import drawn_tolls
from schemas.incident import Derivation

__all__ = ["drawn_sections"]

CANDIDATES_SHOWN = 3
BY_PERSON = frozenset({"correction", "addition"})


def drawn_sections(dossier: Dossier, proof: Proof, *, window: int) -> Iterator[RenderableType]:
    """Draw all sections that hold something."""
    grid = Grid(proof, window)
    for section in proof.sections:
        lines = [*_value_lines(section, dossier, grid), *_told(section, dossier, grid)]
        if lines:
            yield Text()
            yield _title(section, dossier)
            yield grid.table(lines)
            if section.shows:
                yield from SHOWN[section.shows](dossier, proof, grid)


def _title(section: ProvedSection, dossier: Dossier) -> Text:
    title = Text().append(section.title, LOUD)
    return title.append(f"  {_taken_from(section.account, dossier)}", style=FAINT) if section.account else title


def _taken_from(account: Derivation, dossier: Dossier, *, is_short: bool = False) -> str:
    mention = dossier.mention(account.mention_id)
    report = dossier.report(mention.report_id) if mention else None
    number = f"[{report.number}]" if report else written(account.mention_id)
    source = named(report) if report and not is_short else number
    if account.rule in BY_PERSON:
        return "said by a person"
    return f"taken from {source}, by the rule {written(account.rule)}"


def _value_lines(section: ProvedSection, dossier: Dossier, grid: Grid) -> Iterator[Line]:
    before: ProvedValue | None = None
    for index, proved in enumerate(section.values):
        words = _grounds(proved, section.values[:index], dossier)
        if proved.account and _is_new(proved.account, section, before):
            words.append(Text(_taken_from(proved.account, dossier, is_short=True), style=FAINT))
        before = proved
        yield grid.line(proved.column, written(proved.value), words)


def _is_new(account: Derivation, section: ProvedSection, before: ProvedValue | None) -> bool:
    """Say whether neither the section's title nor the line above tells whose account it was."""
    named_above = section.account and section.account.model_copy(update={"field": account.field}) == account
    return not named_above and not (before and before.account == account)


def _grounds(proved: ProvedValue, before: Sequence[ProvedValue], dossier: Dossier) -> list[Text]:
    if proved.standing is Standing.UNCLAIMED:
        return [no_claim(f"for {', '.join(proved.lacking)}" if proved.lacking else "")]
    for other in before:
        if (other.standing, other.claims, other.by) == (proved.standing, proved.claims, proved.by):
            return [Text(f"as {other.column}", style=FAINT)]
    if proved.standing is Standing.BY_RULE:
        return [Text(f"by rule: {proved.by}", style=FAINT)]
    return proof_lines(proved.claims, dossier)


def _told(section: ProvedSection, dossier: Dossier, grid: Grid) -> Iterator[Line]:
    if section.also_told:
        yield grid.faint_line("also told", told_lines(section.also_told, dossier))


def _participants(dossier: Dossier, proof: Proof, grid: Grid) -> Iterator[RenderableType]:
    if proof.participants:
        yield Text()
        yield Text("Participants", style=LOUD)
        yield grid.table(_participant_line(proved, dossier, grid) for proved in proof.participants)


def _participant_line(proved: ProvedParticipant, dossier: Dossier, grid: Grid) -> Line:
    told = proved.participant
    side = f"side {told.side}" if told.side in ("a", "b") else told.side
    name = ", ".join(written(part) for part in (side, told.role) if part)
    count = count_of(told.count_low, told.count, told.count_high)
    facts = [told.type or told.kind, told.country_code, count]
    if told.name_as_written and told.name_as_written != told.actor:
        facts.append(f"as written: {told.name_as_written}")
    words = [Text(", ".join(written(fact) for fact in facts if fact)), *proof_lines(proved.claims, dossier)]
    if proved.standing is Standing.UNCLAIMED:
        words.append(no_claim(f"of {count}" if proved.claims else ""))
    return grid.line(name, written(told.actor), words)


def _candidates(dossier: Dossier, proof: Proof, grid: Grid) -> Iterator[RenderableType]:
    """Show the places that were weighed for the account whose place was taken."""
    section = next(section for section in proof.sections if section.shows == "candidates")
    mention_id = section.account.mention_id if section.account else dossier.account
    weighed = [candidate for candidate in dossier.candidates if candidate.mention_id == mention_id]
    lines = [Text(_candidate(candidate), style=FAINT) for candidate in weighed[:CANDIDATES_SHOWN]]
    if lines:
        yield grid.table([grid.faint_line("considered", lines)])


def _candidate(candidate: Candidate) -> str:
    name = " ".join(written(part) for part in (candidate.name, candidate.place_id) if part)
    return f"{candidate.score:.2f} {name}: {written(candidate.reason)}"


SHOWN: Mapping[str, Callable[[Dossier, Proof, Grid], Iterator[RenderableType]]] = {
    "participants": _participants,
    "candidates": _candidates,
    "casualties": drawn_tolls,
}
