"""Harm that is described and not named: "shot in the head", "hit by a stray bullet", "broke her arm"."""

from collections.abc import Iterator

from events.extract.cues.cue import VictimCue
from events.extract.cues.groups import Deed, GroupMaker
from events.extract.cues.participles import ParticipleReader
from events.extract.grammar.phrases import Token
from events.extract.grammar.pronouns import means_one
from events.extract.grammar.roles import bare_subject, objects_of, shared_subject, subjects_of
from events.extract.words.entries import Blow, Idiom
from events.extract.words.lexicon import Lexicon
from schemas.vocabulary import CasualtyKind

__all__ = ["WoundReader"]

NEAR = 9  # words between a blow and the part of the body that it hit
INTO = frozenset({"in", "on", "to", "through", "at"})
MISSING = frozenset({"at", "down", "dead"})  # "shot at", "shot down" and "shot dead" are told otherwise
OBJECTS = frozenset({"dobj", "prt", "advmod"})  # "lost his life", "passed away"
# "taken to hospital", "evacuated for treatment", "treated in hospital", "escaped with injuries"
BROUGHT = frozenset({"to", "into", "for", "in", "with"})
IN_PASSING = frozenset({"during", "when", "as", "after"})


class WoundReader:
    """Reads blows by the part of the body and by the weapon, and idioms of wounds."""

    def __init__(self, lexicon: Lexicon, groups: GroupMaker, participles: ParticipleReader) -> None:
        self._lexicon = lexicon
        self._groups = groups
        self._participles = participles

    def read(self, token: Token) -> Iterator[VictimCue]:
        """Give those whom a word tells to be wounded, without naming it."""
        blow = self._lexicon.blows.get(token.lower_)
        if blow is not None and token.tag_ in ("VBN", "VBD") and not self._is_told_otherwise(token):
            yield from self._blow(token, blow)
        for idiom in self._lexicon.idioms_of.get(token.lower_, ()):
            yield from self._idiom(token, idiom)

    def _blow(self, token: Token, blow: Blow) -> Iterator[VictimCue]:
        kind, is_certain = self._outcome(token, blow)
        if kind is None:
            return
        deed = Deed(token, kind, "blow", is_violent=True, is_certain=is_certain, agents=self._groups.agents(token))
        heads = list(objects_of(token)) or self._groups.unarmed(_noted(token))
        cues = [cue for cue in self._groups.under(deed, heads) if _is_person(cue, strictly=blow.needs_weapon)]
        if any(map(_is_somebody, cues)):
            yield from cues
        elif _is_noted(token):
            yield from (self._groups.of(deed, phrase) for phrase in self._participles.before(token))

    def _outcome(self, token: Token, blow: Blow) -> tuple[CasualtyKind | None, bool]:
        """Say what a blow did: by the part of the body, else by the weapon, else by how it came about."""
        part = self._part(token)
        if blow.kind is CasualtyKind.KILLED and any(word.lower_ in self._lexicon.survival for word in token.doc):
            return CasualtyKind.INJURED, True
        if part in self._lexicon.body["deadly"]:
            return blow.deadly, False
        if part in self._lexicon.body["other"]:
            return CasualtyKind.INJURED, True
        if blow.needs_weapon:
            weapons = self._lexicon.melee if blow.is_melee else self._lexicon.instruments | self._lexicon.melee
            is_weapon = any(word.lower_ in weapons for word in _by(token))
            return (blow.kind if is_weapon else None), True
        in_passing = any(child.lower_ in IN_PASSING or _opens(child) for child in token.children if child.i > token.i)
        return (CasualtyKind.INJURED if in_passing else blow.kind), blow.kind is CasualtyKind.INJURED

    def _part(self, token: Token) -> str | None:
        """Find the part of the body that was hit: "shot twice in the left leg"."""
        following = token.doc[token.i + 1 : token.i + 1 + NEAR]
        after = [word.lower_ for word in following]
        known = self._lexicon.body["deadly"] | self._lexicon.body["other"]
        starts = [position for position, word in enumerate(after) if word in INTO]
        return next((word for start in starts for word in after[start + 1 : start + 5] if word in known), None)

    def _is_told_otherwise(self, token: Token) -> bool:
        """Know "shot and killed" and "shot at", whose harm another word tells, or none."""
        following = [word.lower_ for word in token.doc[token.i + 1 : token.i + 6]]
        if following[:1] and following[0] in MISSING and not _is_hit_at(token):
            return True
        if following[:1] in (["and"], [","], ["/"]):
            return any(word in self._lexicon.harms for word in following[1:4])
        return token.i > 0 and token.nbor(-1).lower_ in ("fatally", "mortally")

    def _idiom(self, token: Token, idiom: Idiom) -> Iterator[VictimCue]:
        for below in _objects(token):
            if self._is_meant(below, idiom) and not any(child.lower_ == "no" for child in below.children):
                is_fatal = any(child.lower_ in self._lexicon.fatal for child in below.children)
                kind = CasualtyKind.KILLED if is_fatal else idiom.kind
                deed = Deed(token, kind, "idiom", is_violent=False, last=below)
                heads = self._heads(token, below, idiom)
                cues = [cue for cue in self._groups.under(deed, heads) if self._is_alive(cue)]
                if idiom.victim == "of" or any(map(_is_somebody, cues)):
                    yield from cues
                else:
                    yield from (self._groups.of(deed, phrase) for phrase in self._participles.before(token))

    def _is_meant(self, below: Token, idiom: Idiom) -> bool:
        """Know the object of an idiom, alone or with the word before: "in critical condition"."""
        before = below.nbor(-1).lower_ if below.i else ""
        return below.lower_ in idiom.objects or f"{before} {below.lower_}" in idiom.objects

    def _is_alive(self, cue: VictimCue) -> bool:
        """Know that people are meant, and no bodies: "the bodies were taken to hospital"."""
        phrase = cue.phrase
        return phrase is not None and not phrase.is_thing and phrase.head.lower_ not in self._lexicon.roles["bodies"]

    def _heads(self, verb: Token, below: Token, idiom: Idiom) -> list[Token]:
        if idiom.victim == "of":
            return [below]
        if idiom.victim == "object":
            return list(objects_of(verb)) or self._groups.unarmed(bare_subject(verb))
        return list(_sufferers(verb))


def _is_somebody(cue: VictimCue) -> bool:
    return cue.count is not None or (cue.phrase is not None and means_one(cue.phrase) is not None)


def _is_person(cue: VictimCue, *, strictly: bool) -> bool:
    """Know that people are meant; a weapon hits things as well, so that a word must say so."""
    phrase = cue.phrase
    if phrase is None or phrase.is_thing:
        return False
    return not strictly or phrase.noun is not None


def _objects(word: Token) -> Iterator[Token]:
    """Give a verb's object, a noun behind "of", and where somebody is brought: "lost lives", "the loss of lives".

    "Taken to hospital", "evacuated for treatment".
    """
    for child in word.children:
        if child.dep_ in OBJECTS:
            yield child
        elif child.dep_ == "prep" and child.lower_ in BROUGHT:
            yield from (below for below in child.children if below.dep_ == "pobj")
        elif child.lower_ == "of" and word.pos_ == "NOUN":
            yield from child.children


def _sufferers(verb: Token) -> Iterator[Token]:
    """Give who suffers a wound, also where the verb only goes along: "was attacked, suffering burns"."""
    yield from list(subjects_of(verb)) or shared_subject(verb)


def _noted(verb: Token) -> Iterator[Token]:
    """Give the subject of a note's "2 staff shot in Gao"."""
    return bare_subject(verb) if _is_noted(verb) else iter(())


def _is_noted(verb: Token) -> bool:
    """Know a participle by "were", by "by", or by a figure that opens its sentence; a striker shot, too."""
    by = any(child.dep_ == "agent" for child in verb.children)
    first = next((token for token in verb.doc if not token.is_space), verb)
    return by or verb.tag_ == "VBN" or first.tag_ == "CD"


def _is_hit_at(verb: Token) -> bool:
    """Know "was shot at his gate" from "was shot at" and from "shot at a car"."""
    is_passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
    after = verb.doc[verb.i + 1 : verb.i + 2]
    return is_passive and any(word.lower_ == "at" and any(c.dep_ == "pobj" for c in word.children) for word in after)


def _by(verb: Token) -> Iterator[Token]:
    """Give the words of "by a stray bullet", "with a machete" and "a bullet hit"."""
    for child in verb.children:
        if child.dep_ == "nsubj":
            yield from list(child.subtree)[-NEAR:]
        elif child.dep_ in ("agent", "prep") and child.lower_ in ("by", "with", "in"):
            yield from list(child.subtree)[:NEAR]


def _opens(clause: Token) -> bool:
    """Know a clause that "when" opens."""
    return clause.dep_ == "advcl" and any(child.lower_ in IN_PASSING for child in clause.children)
