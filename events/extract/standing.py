"""Whether what a predicate tells happened, and who says so."""

from collections.abc import Iterator
from dataclasses import dataclass

from events.extract.lexicon import Lexicon
from events.extract.phrases import Token
from schemas.vocabulary import Modality, Status

__all__ = ["Standing", "StandingReader"]

CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp", "csubj", "parataxis"})
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
        for child, governor in _climb(token):
            stance = self._stance(child, governor)
            if stance == "attributed":
                attributed = True
                speaker = speaker or _speaker(governor)
            elif stance == "attempted":
                return Standing(Modality.ASSERTED, Status.ATTEMPTED, speaker)
            elif stance:
                return _standing(Modality(stance), speaker)
            if child.dep_ in CLAUSES or child.dep_ == "dobj":
                above = self._own(governor)
                if above and stance != "attributed":
                    return _standing(above, speaker)
        speaker = speaker or self._according_to(token)
        return _standing(Modality.ATTRIBUTED if attributed or speaker else Modality.ASSERTED, speaker)

    def _own(self, token: Token) -> Modality | None:
        """Read a predicate's own negation, auxiliary or "if"."""
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
            if child.dep_ in ("amod", "compound") and word in self._stances["hypothetical"]:
                return Modality.HYPOTHETICAL
        return None

    def _stance(self, child: Token, governor: Token) -> str | None:
        """Say what a governor makes of what stands below it.

        A subject is no complement: "the attack threatens the peace" happened; but a foiled attack did not.
        """
        word = governor.lower_
        is_subject = child.dep_ in ("nsubj", "csubj", "agent")
        if word in self._stances["attempted"] and not is_subject:
            return "attempted"
        if is_subject:
            return None
        if word in self._stances["historical"] and child.dep_ != "conj":
            return "historical"
        if word in self._stances["denied"]:
            return "denied"
        is_complement = child.dep_ in CLAUSES or child.dep_ in ("prep", "dobj", "pobj", "compound")
        if word in self._stances["planned"] and is_complement and child.dep_ not in ("advcl", "relcl"):
            return "planned"
        if word in self._stances["hypothetical"] and child.dep_ in (*CLAUSES, "prep", "dobj", "pobj"):
            return "hypothetical"
        if (
            child.dep_ == "xcomp"
            and _has_to(child)
            and governor.pos_ in ("VERB", "AUX", "ADJ")
            and child.pos_ == "VERB"
        ):
            return None
        if child.dep_ in ("advcl", "acl", "relcl") and _has_to(child) and child.pos_ == "VERB":
            return "planned"  # "arrived to attack the town": an aim
        if word in self._stances["attributed"] and child.dep_ in ("ccomp", "dobj", "prep", "pcomp", "pobj"):
            return "attributed"
        return None

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
