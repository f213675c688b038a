"""The proof of a dossier: for every value the claims that state it, the rule it follows by, or that it has none."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import chain
from typing import Any

from outputs.pages.dossier import Dossier, Participant, ToldClaim, Toll
from outputs.pages.proofs import ProofRule, Section, sections
from outputs.pages.stating import READINGS
from schemas.incident import Derivation
from schemas.record import Record
from schemas.vocabulary import Modality, Side

__all__ = ["Proof", "ProvedParticipant", "ProvedSection", "ProvedToll", "ProvedValue", "Standing", "prove"]

# What is said to have been so; a plan or a denial proves a value only where nothing else does.
FIRM = frozenset({Modality.ASSERTED, Modality.ATTRIBUTED})


class Standing(StrEnum):
    """What a value stands on."""

    CLAIMED = "claimed"
    BY_RULE = "by rule"
    UNCLAIMED = "no claim"


class ProvedValue(Record):
    """One column's value with its claims, those of the account that was taken first.

    `by` is the rule that it follows by where no claim states it; `lacking` are the columns that it
    follows from and that no claim states either, so that it stands on nothing.
    """

    column: str
    value: Any
    standing: Standing
    by: str | None = None
    lacking: tuple[str, ...] = ()
    account: Derivation | None = None
    claims: tuple[ToldClaim, ...] = ()


class ProvedSection(Record):
    """Values that are shown together, and what else the reports tell of them."""

    title: str
    account: Derivation | None
    shows: str | None
    values: tuple[ProvedValue, ...]
    also_told: tuple[ToldClaim, ...]


class ProvedParticipant(Record):
    """A participant with the claims that name it."""

    participant: Participant
    standing: Standing
    claims: tuple[ToldClaim, ...]


class ProvedToll(Record):
    """A count of one side with its claims."""

    toll: Toll
    standing: Standing
    by: str | None
    claims: tuple[ToldClaim, ...]


class Proof(Record):
    """All values of a dossier with what they stand on; `taken` are the claims that any of them stands on."""

    sections: tuple[ProvedSection, ...]
    participants: tuple[ProvedParticipant, ...]
    tolls: tuple[ProvedToll, ...]
    taken: frozenset[str]

    @property
    def values(self) -> Iterator[ProvedValue]:
        """Give the values of all sections."""
        return (value for section in self.sections for value in section.values)


def prove(dossier: Dossier) -> Proof:
    """Find for every value of an incident or a mention what it stands on."""
    prover = _Prover(dossier)
    rules = [rule for section in sections() for rule in section.rules]
    values = tuple(prover.value(rule.column) for rule in rules if dossier.values.get(rule.column) is not None)
    participants = tuple(prover.participant(p) for p in dossier.participants if p.mention_id == dossier.account)
    tolls = tuple(prover.toll(toll) for toll in dossier.tolls if toll.mention_id == dossier.account)
    proved = (*(v.claims for v in values), *(p.claims for p in participants), *(t.claims for t in tolls))
    taken = _with_sources(dossier, chain.from_iterable(proved))
    return Proof(
        sections=tuple(_section(section, values, dossier, taken) for section in sections()),
        participants=participants,
        tolls=tolls,
        taken=taken,
    )


class _Prover:
    """Finds claims for values; a value that follows from others is asked for theirs, each once."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._rules = {rule.column: rule for section in sections() for rule in section.rules}
        self._proved: dict[str, ProvedValue] = {}

    def value(self, column: str) -> ProvedValue:
        """Prove one column's value."""
        if column not in self._proved:
            self._proved[column] = self._prove(self._rules[column], self._dossier.values[column])
        return self._proved[column]

    def participant(self, participant: Participant) -> ProvedParticipant:
        """Find the claims that name it, and those that tell how many its side were: "the rebels", "some 300 men"."""
        fields = {field for rule in self._rules.values() if rule.reads == "names" for field in rule.claims}
        names = {participant.actor, participant.name_as_written}
        naming = [c for c in self._dossier.claims if c.field in fields and c.value in names]
        counting = [
            claim
            for claim in self._dossier.claims
            if claim.field in fields and participant.count is not None and claim.best == participant.count
            if claim.side == participant.side
        ]
        both = [*naming, *(claim for claim in counting if claim not in naming)]
        is_proved = bool(naming) and (participant.count is None or bool(counting))
        return ProvedParticipant(
            participant=participant,
            standing=Standing.CLAIMED if is_proved else Standing.UNCLAIMED,
            claims=self._account_first(_firmest(both), "participants"),
        )

    def toll(self, toll: Toll) -> ProvedToll:
        """Find the claims of one kind and side; what is left over belongs to no side."""
        rule = self._rules[toll.kind].model_copy(update={"side": toll.side})
        claims = self._stating(rule, toll.best)
        by, standing = None, Standing.CLAIMED if claims else Standing.UNCLAIMED
        if not claims and toll.side == Side.UNKNOWN and self._dossier.values.get(toll.kind) is not None:
            by, standing = self._rules["killed_unknown"].by, self.value(toll.kind).standing
        return ProvedToll(toll=toll, standing=standing, by=by, claims=claims)

    def _prove(self, rule: ProofRule, value: object) -> ProvedValue:
        account = _derivation(self._dossier, rule.column) or _derivation(self._dossier, rule.account)
        claims = self._stating(rule, value)
        if claims:
            return ProvedValue(
                column=rule.column, value=value, standing=Standing.CLAIMED, account=account, claims=claims
            )
        unclaimed = ProvedValue(column=rule.column, value=value, standing=Standing.UNCLAIMED, account=account)
        return unclaimed.model_copy(update=self._following(rule, value))

    def _following(self, rule: ProofRule, value: object) -> dict[str, Any]:
        """Say by which rule the value follows, and from what if that is not proved itself."""
        if rule.zero and value == 0:
            return {"standing": Standing.BY_RULE, "by": rule.zero}
        told = [column for column in rule.follows if self._dossier.values.get(column) is not None]
        lacking = tuple(column for column in told if self.value(column).standing is Standing.UNCLAIMED)
        if lacking:
            return {"by": rule.by, "lacking": lacking}
        if told or (rule.default is not None and _plain(value) == rule.default):
            return {"standing": Standing.BY_RULE, "by": rule.by}
        return {}

    def _stating(self, rule: ProofRule, value: object) -> tuple[ToldClaim, ...]:
        told = [
            c for c in self._dossier.claims if c.field in rule.claims and rule.side in (None, c.side or Side.UNKNOWN)
        ]
        scores = {claim.claim_id: READINGS[rule.reads](claim, value, self._dossier) for claim in told}
        closest = max(scores.values(), default=0)
        stating = [claim for claim in told if closest and scores[claim.claim_id] == closest]
        if not stating and rule.reads == "best":
            stating = self._parts(told, value, rule.account)
        return self._account_first(_firmest(stating), rule.account)

    def _parts(self, told: Iterable[ToldClaim], value: object, account: str | None) -> list[ToldClaim]:
        """Give one account's claims if they sum to the value: "two soldiers", "a guard"."""
        mention_id = self._account(account)
        parts = [claim for claim in told if mention_id in (None, claim.mention_id)]
        return parts if parts and sum(claim.best or 0 for claim in parts) == value else []

    def _account_first(self, claims: Iterable[ToldClaim], account: str | None) -> tuple[ToldClaim, ...]:
        mention_id = self._account(account)
        return tuple(sorted(claims, key=lambda claim: (claim.mention_id != mention_id, self._place_of(claim))))

    def _place_of(self, claim: ToldClaim) -> tuple[int, int]:
        return self._dossier.report(claim.report_id).number, claim.span_start or 0

    def _account(self, field: str | None) -> str | None:
        derivation = _derivation(self._dossier, field)
        return derivation.mention_id if derivation else self._dossier.account


def _derivation(dossier: Dossier, field: str | None) -> Derivation | None:
    return next((entry for entry in dossier.derivations if entry.field == field), None)


def _firmest(claims: list[ToldClaim]) -> list[ToldClaim]:
    return [claim for claim in claims if claim.modality in FIRM] or claims


def _plain(value: object) -> str:
    return "" if value == [] else str(value)


def _with_sources(dossier: Dossier, claims: Iterable[ToldClaim]) -> frozenset[str]:
    """Add the claims that the inferred ones follow from."""
    by_id: Mapping[str, ToldClaim] = {claim.claim_id: claim for claim in dossier.claims}
    waiting = [claim.claim_id for claim in claims]
    taken: set[str] = set()
    while waiting:
        claim_id = waiting.pop()
        if claim_id not in taken:
            taken.add(claim_id)
            waiting.extend(by_id[claim_id].derived_from if claim_id in by_id else ())
    return frozenset(taken)


def _section(section: Section, values: Iterable[ProvedValue], dossier: Dossier, taken: frozenset[str]) -> ProvedSection:
    columns = {rule.column for rule in section.rules}
    return ProvedSection(
        title=section.title,
        account=_derivation(dossier, section.account),
        shows=section.shows,
        values=tuple(value for value in values if value.column in columns),
        also_told=tuple(
            claim for claim in dossier.claims if claim.field in section.fields and claim.claim_id not in taken
        ),
    )
