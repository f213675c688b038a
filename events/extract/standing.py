"""Whether what a predicate tells happened, and who says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from events.extract.lexicon import Lexicon
from events.extract.phrases import Token
from schemas.vocabulary import Modality, Status

__all__ = ["Standing", "StandingReader"]

SUBJECTS = frozenset({"nsubj", "csubj", "agent"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp", "csubj", "parataxis"})
# what a governor's "will" or "not" reaches: "they will not attack", but "it will act after the attack"
INHERITING = frozenset({"ccomp", "xcomp", "pcomp", "csubj", "dobj"})
COMPLEMENTS = CLAUSES | {"prep", "dobj", "pobj", "compound"}
DEEPEST = 40  # tokens between a word and its sentence's root


@dataclass(frozen=True, slots=True)
class Standing:
    """How a sentence states something: its modality, the status it gives an incident, the speaker's words."""

    modality: Modality
    status: Status
    speaker: tuple[int, int] | None = None


STATUS_OF = {
    Modality.ASSERTED: Status.HAPPENED,
    Modality.ATTRIBUTED: Status.HAPPENED,
    Modality.DENIED: Status.DENIED,
    Modality.PLANNED: Status.PLANNED,
    Modality.HYPOTHETICAL: Status.PLANNED,
    Modality.HISTORICAL: Status.BACKGROUND,
}
YEARS = frozenset({"years", "decades", "year", "decade", "centuries"})
SIMILE = re.compile(r"\b(?:as if|as though|like an?)\b")
# how many steps of the parse a predicate's doubt reaches down: "rejected the decision to reopen the murder case"
REACH = {"denied": 3, "planned": 4, "hypothetical": 3}
MODALS = frozenset({"will", "would", "shall", "'ll", "wo"})
MAYBES = frozenset({"may", "might", "could", "can", "should", "must"})


class StandingReader:
    """Climbs from a word to its sentence's root and minds the predicates on the way."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._stances = lexicon.stances

    def read(self, token: Token) -> Standing:
        """Give the standing of what `token` tells."""
        speaker: tuple[int, int] | None = None
        attributed = False
        own = self._own(token)
        if own:
            return _standing(own)
        for steps, (child, governor) in enumerate(_climb(token)):
            stance = self._stance(child, governor)
            if stance in REACH and steps >= REACH[stance]:
                continue
            if stance == "attributed":
                attributed = True
                speaker = speaker or _speaker(governor)
            elif stance == "attempted":
                return Standing(Modality.ASSERTED, Status.ATTEMPTED, speaker)
            elif stance:
                return _standing(Modality(stance), speaker)
            if child.dep_ in SUBJECTS and self._own(governor) is Modality.HISTORICAL:
                return _standing(Modality.HISTORICAL, speaker)  # "twenty years after a bomb killed nine"
            if child.dep_ in INHERITING:
                above = self._own(governor)
                if above and stance != "attributed":
                    return _standing(above, speaker)
        speaker = speaker or self._according_to(token)
        return _standing(Modality.ATTRIBUTED if attributed or speaker else Modality.ASSERTED, speaker)

    def _own(self, token: Token) -> Modality | None:
        """Read a predicate's own negation, auxiliary or "if"."""
        if self._is_long(token):
            return Modality.HISTORICAL
        for child in token.children:
            word = child.lower_
            if child.dep_ == "neg" or (child.dep_ == "det" and word == "no"):
                return Modality.DENIED
            if child.dep_ == "aux" and word in MODALS:
                return Modality.PLANNED
            if child.dep_ == "aux" and word in MAYBES:
                return Modality.HYPOTHETICAL
            if child.dep_ == "mark" and word in ("if", "unless"):
                return Modality.HYPOTHETICAL
            if child.dep_ == "npadvmod" and word in YEARS and any(c.lower_ == "after" for c in token.children):
                return Modality.HISTORICAL
            if child.dep_ in ("amod", "compound") and word in self._stances["hypothetical"]:
                return Modality.HYPOTHETICAL
        before = token.doc[max(0, token.left_edge.i - 3) : token.i].text.lower()
        if SIMILE.search(before):
            return Modality.HYPOTHETICAL
        return None

    def _is_long(self, token: Token) -> bool:
        """Know what a war or an insurgency did over the years: "a conflict that has killed thousands"."""
        subjects = [child for child in token.children if child.dep_ == "nsubj"]
        heads = [token.head if child.tag_ in ("WDT", "WP") and token.dep_ == "relcl" else child for child in subjects]
        return any(head.lower_ in self._stances["long"] for head in heads)

    def _stance(self, child: Token, governor: Token) -> str | None:
        """Say what a governor makes of what stands below it.

        A subject is no complement: "the attack threatens the peace" happened; but a foiled attack did not.
        """
        if child.dep_ in SUBJECTS:
            return None
        if governor.lower_ in self._stances["attempted"]:
            return "attempted"
        if self._is_recalled(child, governor):
            return "historical"
        return self._doubt(child, governor) or self._speech(child, governor)

    def _is_recalled(self, child: Token, governor: Token) -> bool:
        """Know "sentenced for killing", "the anniversary of the bombing", "twenty years after the attack"."""
        word = governor.lower_
        is_named = word in self._stances["historical"] and child.dep_ != "conj"
        return is_named or (word in ("after", "since") and _is_years(governor))

    def _doubt(self, child: Token, governor: Token) -> str | None:
        word, relation = governor.lower_, child.dep_
        if any(below.dep_ == "nsubj" and below.lower_ in self._stances["fiction"] for below in governor.children):
            return "hypothetical"
        if word in self._stances["denied"]:
            return "denied"
        if word in self._stances["planned"] and relation in COMPLEMENTS and relation not in ("advcl", "relcl"):
            return "planned"
        if word in self._stances["hypothetical"] and relation in COMPLEMENTS and relation not in ("advcl", "relcl"):
            return "hypothetical"
        is_aim = relation in ("advcl", "acl", "relcl") and child.pos_ == "VERB" and _has_to(child)
        return "planned" if is_aim else None  # "arrived to attack the town"

    def _speech(self, child: Token, governor: Token) -> str | None:
        is_said = child.dep_ in ("ccomp", "dobj", "prep", "pcomp", "pobj")
        return "attributed" if is_said and governor.lower_ in self._stances["attributed"] else None

    def _according_to(self, token: Token) -> tuple[int, int] | None:
        """Find the speaker of "..., according to the ministry" and of "..., the ministry said"."""
        for word in token.sent:
            if word.lower_ == "according" and word.i + 1 < len(word.doc):
                for child in word.subtree:
                    if child.dep_ == "pobj":
                        return _edges(child)
            if word.dep_ == "parataxis" and word.lower_ in self._stances["attributed"]:
                return _speaker(word)
        return None


def _standing(modality: Modality, speaker: tuple[int, int] | None = None) -> Standing:
    return Standing(modality, STATUS_OF[modality], speaker)


def _climb(token: Token) -> Iterator[tuple[Token, Token]]:
    """Give each step from a word to the root: the lower word and its governor."""
    child = token
    for _ in range(DEEPEST):
        governor = child.head
        if governor.i == child.i:
            return
        yield child, governor
        child = governor


def _is_years(preposition: Token) -> bool:
    measures = (child for child in preposition.children if child.dep_ in ("npadvmod", "advmod"))
    return any(word.lower_ in YEARS for m in measures for word in m.subtree)


def _has_to(token: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)


def _speaker(verb: Token) -> tuple[int, int] | None:
    """Give the characters of a verb's subject."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "agent") and child.pos_ in ("NOUN", "PROPN"):
            return _edges(child)
    return None


def _edges(token: Token) -> tuple[int, int]:
    """Give the characters of a noun with what stands before it, and an "of" behind it."""
    return token.left_edge.idx, token.idx + len(token.text)
