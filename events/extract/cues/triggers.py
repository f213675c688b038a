"""Triggers: the words of a sentence that tell an event."""

from collections.abc import Iterator
from dataclasses import replace

from events.extract.cues.cue import EventCue
from events.extract.grammar.phrases import PhraseReader, Token
from events.extract.grammar.roles import RoleReader, subjects_of
from events.extract.modality.standing import StandingReader
from events.extract.words.entries import Pairing, Trigger
from events.extract.words.lexicon import Lexicon

__all__ = ["TriggerReader"]

FINDING = "Disrupted weapons use"
HOLDING = frozenset({"packed", "filled", "loaded", "laden", "rigged", "containing", "carrying"})
LONGEST_CHAIN = 4  # "a vehicle packed with bombs", "rifles, shells and a grenade"


class TriggerReader:
    """Finds the triggers of a parsed sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._roles = RoleReader(lexicon, PhraseReader(lexicon))
        self._standings = StandingReader(lexicon)
        self._longest_trigger = max(len(words) for words in lexicon.triggers)
        # of "car-bomb" the parse makes "car", "-" and "bomb"
        self._first_words = {part for words in lexicon.triggers for part in (words[0], words[0].split("-")[0])}
        self._pairing_verbs = {verb for pairing in lexicon.pairings for verb in pairing.verbs}

    def events(self, doc: Token) -> Iterator[EventCue]:
        """Give the triggers of a sentence, the longest form where several fit."""
        paired = list(self._pairings(doc))
        yield from paired
        found = {i for cue in paired if cue.trigger.sub_event == FINDING for i in _positions_acted_upon(cue.token)}
        position = 0
        tokens = [token for token in doc if not token.is_space]
        words = [token.lower_ for token in tokens]
        while position < len(tokens):
            length, trigger = self._trigger_at(words, position)
            if trigger is not None and trigger.kind != "none":
                cue = self._event(tokens[position : position + length], trigger)
                yield replace(cue, is_found=True) if cue.token.i in found else cue
            position += max(length, 1)

    def _pairings(self, doc: Token) -> Iterator[EventCue]:
        """Give verbs that tell an event by what stands below them: "agreed to end the war"."""
        for token in doc:
            if token.lower_ in self._pairing_verbs and token.pos_ == "VERB":
                pairing = next((pairing for pairing in self._lexicon.pairings if _is_paired(token, pairing)), None)
                if pairing is not None:
                    yield self._event([token], pairing.trigger)

    def _trigger_at(self, words: list[str], position: int) -> tuple[int, Trigger | None]:
        """Look the longest form up, a hyphen counting as a space: "cease-fire agreement"."""
        if words[position] not in self._first_words:
            return 0, None
        for length in range(min(2 * self._longest_trigger, len(words) - position), 0, -1):
            form = " ".join(words[position : position + length]).replace(" - ", "-")
            trigger = self._lexicon.triggers.get(tuple(form.split())) or self._lexicon.triggers.get(
                tuple(form.replace("-", " ").split())
            )
            if trigger is not None:
                return length, trigger
        return 0, None

    def _event(self, tokens: list[Token], trigger: Trigger) -> EventCue:
        inside = {token.i for token in tokens}
        head = next((token for token in tokens if token.head.i not in inside or token.head.i == token.i), tokens[-1])
        return EventCue(
            token=head,
            start=tokens[0].idx,
            end=tokens[-1].idx + len(tokens[-1].text),
            trigger=trigger,
            standing=self._standings.read(head, of_event=True),
            roles=self._roles.read(head),
        )


def _is_paired(verb: Token, pairing: Pairing) -> bool:
    """Say whether one of a pairing's words stands below its verb, behind it or as what it acts upon."""
    if verb.lower_ not in pairing.verbs:
        return False
    if pairing.as_subject:
        return any(subject.lower_ in pairing.below for subject in subjects_of(verb))
    if pairing.as_name:
        return any(child.dep_ in ("dobj", "nsubjpass") and child.pos_ == "PROPN" for child in verb.children)
    if pairing.as_object:
        return not pairing.below.isdisjoint(_acted_upon(verb))
    if pairing.with_object and pairing.with_object.isdisjoint(_acted_upon(verb)):
        return False
    clauses = [child for child in verb.children if child.dep_ == "xcomp"] if pairing.in_infinitive else [verb]
    return any(word.i > verb.i and word.lower_ in pairing.below for clause in clauses for word in clause.subtree)


def _acted_upon(verb: Token) -> set[str]:
    return {word.lower_ for word in _words_acted_upon(verb)}


def _positions_acted_upon(verb: Token) -> set[int]:
    return {int(word.i) for word in _words_acted_upon(verb)}


def _words_acted_upon(verb: Token) -> list[Token]:
    """Give the words of what a verb acts upon, those joined to it and what follows "of", "with" or "control of"."""
    heads = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    if verb.dep_ in ("acl", "amod") and verb.tag_ == "VBN":
        heads.append(verb.head)
    if not heads:  # "found and destroyed two bombs"
        joined = (child for child in verb.children if child.dep_ == "conj" and child.pos_ == "VERB")
        heads = [below for other in joined for below in other.children if below.dep_ == "dobj"]
    found: list[Token] = []
    for _ in range(LONGEST_CHAIN):
        found.extend(word for head in heads for word in (head, *_compounds(head)))
        heads = [below for head in heads for below in _joined(head)]
    return found


def _compounds(noun: Token) -> Iterator[Token]:
    return (child for child in noun.children if child.dep_ in ("compound", "amod", "nmod"))


def _joined(noun: Token) -> Iterator[Token]:
    """Give what a noun is joined to: "rifles and shells", "a cache of arms", "a vehicle packed with bombs"."""
    for child in noun.children:
        if child.dep_ in ("conj", "appos"):
            yield child
        elif child.dep_ == "prep" and child.lower_ == "of":
            yield from (below for below in child.children if below.dep_ == "pobj")
        elif child.dep_ == "acl" and child.lower_ in HOLDING:
            yield from (below for below in child.children if below.dep_ == "dobj")
            yield from (b for c in child.children if c.lower_ == "with" for b in c.children if b.dep_ == "pobj")
