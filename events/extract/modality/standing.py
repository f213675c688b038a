"""Whether what a predicate tells happened, and who says so."""

from collections.abc import Iterator
from dataclasses import dataclass

from events.extract.grammar.phrases import Token
from events.extract.modality.causes import CauseReader
from events.extract.modality.predicate import PredicateReader, has_to, is_after_years
from events.extract.words.lexicon import Lexicon
from schemas.vocabulary import Modality, Status

__all__ = ["Standing", "StandingReader"]

SUBJECTS = frozenset({"nsubj", "csubj", "agent"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp", "csubj", "parataxis"})
# what a governor's "will" or "not" reaches: "they will not attack", but "it will act after the attack"
INHERITING = frozenset({"ccomp", "xcomp", "pcomp", "csubj", "dobj", "attr"})
COMPLEMENTS = CLAUSES | {"prep", "dobj", "pobj", "compound"}
# what these join to a verb is beside what it tells: "he threatened to resign after the attack"
BESIDE = frozenset({"after", "before", "since", "during", "following", "until", "till", "amid", "despite", "because"})
BEING = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re"})
WH = frozenset({"WP", "WRB", "WDT"})
NOW = frozenset({"is", "are", "be", "been", "being", "'s", "'re"})
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
# how many steps of the parse a predicate's doubt reaches down: "rejected the decision to reopen the murder case"
REACH = {"denied": 3, "planned": 4, "hypothetical": 3}


class StandingReader:
    """Climbs from a word to its sentence's root and minds the predicates on the way."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._stances = lexicon.stances
        self._causes = CauseReader(lexicon)
        self._predicates = PredicateReader(lexicon)

    def read(self, token: Token, *, of_event: bool = False) -> Standing:
        """Give the standing of what `token` tells.

        Of an event that nobody did, it says that it was denied; of victims that there were none, that is a count.
        """
        if self._causes.is_cause(token):
            return _standing(Modality.HISTORICAL)
        if any(child.dep_ == "amod" and child.lower_ in self._stances["attempted"] for child in token.children):
            return Standing(Modality.ASSERTED, Status.ATTEMPTED)
        own = self._of_predicate(token, of_event=of_event)
        return _standing(own) if own else self._climb(token, of_event=of_event)

    def _climb(self, token: Token, *, of_event: bool) -> Standing:
        speaker: tuple[int, int] | None = None
        attributed = beside = False
        for steps, (child, governor) in enumerate(_climb(token)):
            beside = beside or self._stands_beside(child, governor)
            stance = self._stance(child, governor, steps=steps, beside=beside)
            if stance in REACH and steps >= REACH[stance]:
                continue
            if stance == "attributed":
                attributed = True
                speaker = speaker or _speaker(governor)
            elif stance == "attempted":
                return Standing(Modality.ASSERTED, Status.ATTEMPTED, speaker)
            elif stance:
                return _standing(Modality(stance), speaker)
            above = self._inherited(child, governor, of_event=of_event) if not beside else None
            if above and stance != "attributed":
                return _standing(above, speaker)
        speaker = speaker or self._according_to(token)
        return _standing(Modality.ATTRIBUTED if attributed or speaker else Modality.ASSERTED, speaker)

    def _of_predicate(self, token: Token, *, of_event: bool) -> Modality | None:
        own = self._predicates.read(token)
        return Modality.DENIED if own is None and of_event and self._predicates.is_nobodys(token) else own

    def _inherited(self, child: Token, governor: Token, *, of_event: bool) -> Modality | None:
        """Pass a governor's own modality on to its complement, and to the subject of "follow" and "take place"."""
        if child.dep_ in SUBJECTS:
            above = self._predicates.read(governor)
            occurs = child.dep_ == "csubj" or governor.lower_ in self._stances["occurring"]
            return above if occurs or above is Modality.HISTORICAL else None  # "years after a bomb killed nine"
        return self._of_predicate(governor, of_event=of_event) if child.dep_ in INHERITING else None

    def _stands_beside(self, child: Token, governor: Token) -> bool:
        """Know what a governor takes for granted: "denied a role in the attack", "seek the man who shot him"."""
        is_content = governor.lower_ in self._stances["evidence"]  # "rumours that rebels had seized the town"
        is_relative = (child.dep_ == "relcl" and not has_to(child)) or (child.dep_ == "acl" and child.tag_ == "VBN")
        if is_relative and not is_content:
            return True
        if child.dep_ == "prep" and child.lower_ in BESIDE:
            return True
        if child.dep_ == "ccomp" and any(below.tag_ in WH and below.lower_ != "whether" for below in child.children):
            return True  # "nobody knows why he was killed"
        marks = {below.lower_ for below in child.children if below.dep_ in ("mark", "advmod")}
        if child.dep_ == "advcl" and (marks & (BESIDE | {"as", "when", "while", "where"})):
            return True
        return child.dep_ == "prep" and governor.lower_ in self._stances["taking_part"]

    def _stance(self, child: Token, governor: Token, *, steps: int, beside: bool) -> str | None:
        """Say what a governor makes of what stands below it.

        A subject is no complement: "the attack threatens the peace" happened; but a foiled attack did not.
        """
        if child.dep_ in SUBJECTS:
            return None if beside else self._of_subject(governor)
        if not beside and self._is_attempted(child, governor):
            return "attempted"
        if self._is_recalled(child, governor):
            return "historical"
        if self._is_refuted(child, governor):
            return "denied"
        doubt = None if beside else self._doubt(child, governor, steps=steps)
        return doubt or self._speech(child, governor)

    def _of_subject(self, governor: Token) -> str | None:
        """Read what is said of a subject: "the report of an attack was a hoax", "the bomb failed to explode"."""
        if governor.lower_ in self._stances["failing"]:
            return "attempted"
        said = [child for child in governor.children if child.dep_ in ("attr", "acomp", "oprd", "xcomp")]
        said += [below for child in said if child.dep_ == "xcomp" for below in child.children]
        is_false = any(word.lower_ in self._stances["denied"] and word.pos_ in ("ADJ", "NOUN") for word in said)
        return "denied" if is_false else None

    def _is_attempted(self, child: Token, governor: Token) -> bool:
        """Know a foiled attack, and the bomb that was "found and defused"."""
        if governor.lower_ in self._stances["attempted"]:
            return True
        shares = child.dep_ in ("nsubjpass", "dobj") and child.i < governor.i + DEEPEST
        return shares and any(
            verb.dep_ == "conj"
            and verb.lower_ in self._stances["attempted"]
            and not any(below.dep_ in ("nsubj", "nsubjpass", "dobj", "xcomp") for below in verb.children)
            for verb in governor.children
        )

    def _is_recalled(self, child: Token, governor: Token) -> bool:
        """Know "sentenced for killing", "the anniversary of the bombing", "twenty years after the attack"."""
        word = governor.lower_
        is_named = word in self._stances["historical"] and child.dep_ != "conj"
        return is_named or is_after_years(governor)

    def _doubt(self, child: Token, governor: Token, *, steps: int) -> str | None:
        word, relation = governor.lower_, child.dep_
        if any(below.dep_ == "nsubj" and below.lower_ in self._stances["fiction"] for below in governor.children):
            return "hypothetical"
        if word in self._stances["denied"]:
            return "denied"
        if steps == 0 and relation == "nsubjpass":
            return self._expected(governor)
        if relation == "dobj" and _is_given(child, governor):
            return None
        for stance in ("planned", "hypothetical"):
            if word in self._stances[stance] and relation in COMPLEMENTS and relation not in ("advcl", "relcl"):
                return stance
        return "planned" if self._is_aim(child, governor, steps=steps) else None

    def _is_refuted(self, child: Token, governor: Token) -> bool:
        """Know "no evidence of an attack", "took it for gunfire", "ruled out an attack"."""
        word = governor.lower_
        if word in self._stances["evidence"] and child.dep_ in ("prep", "acl", "ccomp", "relcl"):
            above = governor.head if governor.dep_ in ("dobj", "attr", "nsubj", "nsubjpass") else governor
            return any(self._predicates.read(noun) is Modality.DENIED for noun in (governor, above))
        if child.dep_ == "prep" and child.lower_ == "for":
            objects = [below for below in governor.children if below.dep_ == "dobj"]
            is_them = bool(objects) and all(below.pos_ in ("PRON", "DET", "SCONJ") for below in objects)
            return word in self._stances["mistaking"] or (word in ("took", "taken", "take") and is_them)
        particles = {below.lower_ for below in governor.children if below.dep_ == "prt"}
        return word in ("ruled", "rule", "rules", "ruling") and "out" in particles and child.dep_ == "dobj"

    def _expected(self, governor: Token) -> str | None:
        """Read "an attack is feared" and "a march is planned"; what "was planned by two men" may have come."""
        if governor.lower_ in self._stances["hypothetical"]:
            return "hypothetical"
        is_now = any(child.dep_ == "auxpass" and child.lower_ in NOW for child in governor.children)
        return "planned" if is_now and governor.lower_ in self._stances["planned"] else None

    def _is_aim(self, child: Token, governor: Token, *, steps: int) -> bool:
        """Know "arrived to attack", "is to be shot", "voted to bomb", "announced a march"."""
        word, relation = governor.lower_, child.dep_
        if child.pos_ in ("VERB", "AUX") and has_to(child):
            is_bound = relation in ("xcomp", "acl", "ccomp") and word in self._stances["bound"]
            is_to_be = relation == "xcomp" and word in BEING
            return is_bound or is_to_be or (relation in ("advcl", "acl", "relcl") and child.pos_ == "VERB")
        if steps or relation != "dobj" or word not in self._stances["proposing"]:
            return False
        determiners = {below.lower_ for below in child.children if below.dep_ in ("det", "poss", "nummod")}
        return determiners <= {"a", "an"} and not any(below.lower_ == "of" for below in child.children)

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


def _is_given(noun: Token, verb: Token) -> bool:
    """Know that "those who planned the attack" and "called the attack cowardly" speak of one that was."""
    is_definite = any(child.dep_ == "det" and child.lower_ not in ("a", "an", "any") for child in noun.children)
    return is_definite and (verb.dep_ == "relcl" or verb.lower_ in ("called", "calls", "call", "calling"))


def _speaker(verb: Token) -> tuple[int, int] | None:
    """Give the characters of a verb's subject."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "agent") and child.pos_ in ("NOUN", "PROPN"):
            return _edges(child)
    return None


def _edges(token: Token) -> tuple[int, int]:
    """Give the characters of a noun with what stands before it, and an "of" behind it."""
    return token.left_edge.idx, token.idx + len(token.text)
