"""A page of a dataset, found by an id: drawn for people or described for programs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from outputs.pages.claim_page import drawn_claim, uses_of
from outputs.pages.dossier import Dossier, read_claim, read_dossier
from outputs.pages.event_page import drawn_event
from outputs.pages.identity import Identity, Kind, identify
from outputs.pages.looks import Colours, printed
from outputs.pages.prove import Proof, prove
from outputs.pages.report_page import drawn_report
from outputs.pages.structure import claim_object, event_object, report_object, written_object

__all__ = ["Paper", "page"]

# On a wider screen lines are too long to be read.
WIDEST_PAGE = 140

# A longer report is shown whole only if that is asked for.
LONGEST_WHOLE_REPORT = 20_000


@dataclass(frozen=True)
class Paper:
    """What a page is drawn on: how wide it is, its colours if it has any, whether whole reports are wanted."""

    window: int
    colours: Colours | None = None
    whole: bool = False
    as_object: bool = False

    @property
    def width(self) -> int:
        """Give the page's width."""
        return min(self.window, WIDEST_PAGE)


def page(connection: DuckDBPyConnection, written: str, paper: Paper) -> str:
    """Give the page of the incident, mention, report or claim whose id is, or begins, as written.

    Raises:
        UnknownIdError: no id begins so, or more than one.

    """
    identity = identify(connection, written)
    return PAGES[identity.kind](connection, identity, paper)


def _event(connection: DuckDBPyConnection, identity: Identity, paper: Paper) -> str:
    dossier, proof = _proved(connection, identity)
    if paper.as_object:
        return written_object(event_object(dossier, proof, whole=paper.whole))
    parts = drawn_event(dossier, proof, window=paper.width, whole=paper.whole)
    return printed(parts, window=paper.width, colours=paper.colours)


def _report(connection: DuckDBPyConnection, identity: Identity, paper: Paper) -> str:
    dossier = read_dossier(connection, identity)
    mentions = (Identity(kind=Kind.MENTION, id=mention.mention_id) for mention in dossier.mentions)
    proofs = {mention.id: _proved(connection, mention)[1] for mention in mentions}
    whole = paper.whole or len(dossier.reports[0].text) <= LONGEST_WHOLE_REPORT
    if paper.as_object:
        return written_object(report_object(dossier, proofs, whole=whole))
    return printed(drawn_report(dossier, proofs, whole=whole), window=paper.width, colours=paper.colours)


def _claim(connection: DuckDBPyConnection, identity: Identity, paper: Paper) -> str:
    claim = read_claim(connection, identity.id)
    dossier = read_dossier(connection, Identity(kind=Kind.REPORT, id=claim.report_id))
    mention = dossier.mention(claim.mention_id) if claim.mention_id else None
    users = [Identity(kind=Kind.MENTION, id=mention.mention_id)] if mention else []
    if mention and mention.incident_id:
        users.append(Identity(kind=Kind.INCIDENT, id=mention.incident_id))
    uses = uses_of(claim, [_proved(connection, user) for user in users])
    if paper.as_object:
        return written_object(claim_object(claim, dossier, uses, whole=paper.whole))
    return printed(drawn_claim(claim, dossier, uses, whole=paper.whole), window=paper.width, colours=paper.colours)


def _proved(connection: DuckDBPyConnection, identity: Identity) -> tuple[Dossier, Proof]:
    dossier = read_dossier(connection, identity)
    return dossier, prove(dossier)


PAGES: Mapping[Kind, Callable[[DuckDBPyConnection, Identity, Paper], str]] = {
    Kind.INCIDENT: _event,
    Kind.MENTION: _event,
    Kind.REPORT: _report,
    Kind.CLAIM: _claim,
}
