"""Groups of victims: the words of a sentence that tell what happened to people."""

from collections.abc import Iterator
from dataclasses import replace

from events.extract.cues import VictimCue
from events.extract.lexicon import Harm, Lexicon
from events.extract.phrases import Phrase, PhraseReader, Token
from events.extract.roles import bare_subject, objects_of, subjects_of
from events.extract.standing import Standing, StandingReader
from events.extract.totals import TotalReader
from schemas.vocabulary import CasualtyKind, Modality, Status

__all__ = ["VictimReader"]

# "nine dead", "no casualties", "the bodies of six men"
COUNTED = frozenset({"dead", "casualties", "casualty", "wounded", "injured", "bodies", "body"})


class VictimReader:
    """Finds the groups of victims of a parsed sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._phrases = PhraseReader(lexicon)
        self._standings = StandingReader(lexicon)
        self._totals = TotalReader(lexicon)

    def victims(self, doc: Token) -> Iterator[VictimCue]:
        """Give the groups of victims that a sentence tells, each once: "shot dead" is one death."""
        told: dict[tuple[CasualtyKind, int], VictimCue] = {}
        for cue in self._every_victim(doc):
            told.setdefault((cue.kind, cue.phrase.head.i if cue.phrase else cue.token.i), cue)
        yield from told.values()
        yield from self._totals.read(doc, tuple(told.values()))

    def _every_victim(self, doc: Token) -> Iterator[VictimCue]:
        for token in doc:
            harm = self._lexicon.harms.get(token.lower_)
            if harm is not None and not (harm.kind is CasualtyKind.INJURED and _ends_in_death(token)):
                yield from self._harmed(token, harm)
            yield from self._idiom(token)
            yield from self._deadly(token)
            if token.lower_ in COUNTED:
                yield from self._counted(token)

    def _harmed(self, token: Token, harm: Harm) -> Iterator[VictimCue]:
        if harm.victim == "subject":
            heads = list(subjects_of(token))
        elif harm.victim == "predicate":
            heads = [child for child in token.head.children if child.dep_ == "nsubj"] if token.dep_ == "acomp" else []
        elif token.pos_ in ("VERB", "AUX", "ADJ") and harm.victim == "object":
            heads = list(objects_of(token))
        else:
            heads = self._heads_of_noun(token, harm)
        agents = self._agents(token) if harm.victim == "object" else ()
        if harm.victim == "object" and not heads:
            heads = self._unarmed(bare_subject(token))
            agents = tuple(phrase for phrase in agents if phrase.head not in heads)
        for head in heads:
            yield from self._groups(token, head, harm.kind, violent=harm.is_violent, agents=agents, rule=harm.victim)

    def _deadly(self, token: Token) -> Iterator[VictimCue]:
        """Read "stabbed to death", "shot dead" and "found murdered"."""
        harm = self._lexicon.harms.get(token.lower_)
        if token.lower_ in self._lexicon.roles["deadly"] and _ends_in_death(token):
            heads = list(objects_of(token)) or self._unarmed(bare_subject(token))
        elif token.dep_ in ("xcomp", "oprd", "acomp", "ccomp") and token.head.lower_ == "found" and harm:
            heads = _found(token.head) if harm.is_violent else []
        else:
            return
        for head in heads:
            agents = self._agents(token)
            yield from self._groups(token, head, CasualtyKind.KILLED, violent=True, agents=agents, rule="deadly")

    def _unarmed(self, heads: Iterator[Token]) -> list[Token]:
        return [head for head in heads if not self._phrases.read(head).is_armed]

    def _heads_of_noun(self, token: Token, harm: Harm) -> list[Token]:
        """Find the victims of "the killing of five" and of "14 injuries"."""
        below = [o for p in token.children if p.dep_ == "prep" and p.lower_ == "of" for o in p.children]
        heads = [child for child in below if child.dep_ in ("pobj", "pcomp")]
        if heads:
            return heads
        numbers = [child for child in token.children if child.dep_ == "nummod"]
        is_count = token.lower_ in ("deaths", "fatalities", "injuries")
        return [token] if numbers and is_count and harm.victim == "of" else []

    def _agents(self, token: Token) -> tuple[Phrase, ...]:
        if token.pos_ not in ("VERB", "AUX"):
            return ()
        return tuple(phrase for head in subjects_of(token) for phrase in self._phrases.read_all(head))

    def _groups(
        self,
        token: Token,
        head: Token,
        kind: CasualtyKind,
        *,
        violent: bool,
        rule: str,
        agents: tuple[Phrase, ...] = (),
        last: Token | None = None,
    ) -> Iterator[VictimCue]:
        standing = self._standings.read(token)
        for phrase in self._phrases.read_all(head):
            if phrase.head.tag_ in ("PRP", "WP", "WDT", "EX") and phrase.count is None:
                continue
            cue = self._group(token, phrase, kind, standing, violent=violent, agents=agents, rule=rule)
            yield replace(cue, end=max(cue.end, last.idx + len(last.text))) if last is not None else cue
            yield from self._parts(token, phrase, kind, standing, violent=violent)

    def _group(
        self,
        token: Token,
        phrase: Phrase,
        kind: CasualtyKind,
        standing: Standing,
        *,
        violent: bool,
        rule: str,
        agents: tuple[Phrase, ...] = (),
        is_part: bool = False,
        is_total: bool = False,
    ) -> VictimCue:
        return VictimCue(
            token=token,
            start=min(phrase.start, token.idx),
            end=max(phrase.end, token.idx + len(token.text)),
            kind=kind,
            phrase=phrase,
            count=phrase.count,
            is_violent=violent,
            is_part=is_part,
            is_total=is_total,
            standing=standing,
            agents=agents,
            rule=f"harm-{rule}",
        )

    def _parts(
        self, token: Token, phrase: Phrase, kind: CasualtyKind, standing: Standing, *, violent: bool
    ) -> Iterator[VictimCue]:
        """Read "including three children", "among them two officers", "one of them a nurse"."""
        for child in (
            *phrase.head.children,
            *(phrase.core.children if phrase.core is not phrase.head else ()),
        ):
            if child.dep_ in ("prep", "acl") and child.lower_ in self._lexicon.roles["subset"]:
                for below in child.children:
                    if below.dep_ in ("pobj", "dobj"):
                        for part in self._phrases.read_all(below):
                            if part.head.tag_ != "PRP":
                                yield self._group(
                                    token, part, kind, standing, violent=violent, rule="part", is_part=True
                                )

    def _idiom(self, token: Token) -> Iterator[VictimCue]:
        for idiom in self._lexicon.idioms:
            if token.lower_ not in idiom.verbs:
                continue
            for below in token.children:
                if below.dep_ == "dobj" and below.lower_ in idiom.objects:
                    heads = [below] if idiom.victim == "of" else list(subjects_of(token))
                    for head in heads:
                        yield from self._groups(token, head, idiom.kind, violent=False, rule="idiom", last=below)

    def _counted(self, token: Token) -> Iterator[VictimCue]:
        """Read "left nine dead", "10 dead", "no casualties", "the bodies of six men"."""
        word = token.lower_
        kind = CasualtyKind.INJURED if word in ("wounded", "injured") else CasualtyKind.KILLED
        if word in ("casualties", "casualty"):
            yield from self._casualties(token)
        elif word in ("bodies", "body"):
            phrase = self._phrases.read(token)
            if phrase.count is not None and token.dep_ in ("dobj", "nsubjpass"):
                yield self._group(token, phrase, kind, self._standings.read(token), violent=False, rule="bodies")
        elif token.pos_ in ("ADJ", "NOUN", "NUM", "VERB") and self._lexicon.harms.get(word) is None:
            yield from self._dead(token, kind)

    def _dead(self, token: Token, kind: CasualtyKind) -> Iterator[VictimCue]:
        if token.dep_ in ("acomp", "oprd", "ccomp", "amod", "xcomp") and token.dep_ != "amod":
            heads = [c for c in token.head.children if c.dep_ in ("nsubj", "dobj", "nsubjpass")]
            if any(c.dep_ == "dobj" for c in heads):  # "the blast left nine dead": the nine, not the blast
                heads = [c for c in heads if c.dep_ == "dobj"]
            heads = [c for c in heads if token.dep_ != "oprd" or c.dep_ != "nsubj"] or heads
            heads = [c for c in token.children if c.dep_ == "nsubj"] or heads
        else:
            heads = [token]
        for head in heads:
            for phrase in self._phrases.read_all(head):
                if phrase.count is not None and phrase.head.tag_ not in ("PRP", "WP"):
                    yield self._group(token, phrase, kind, self._standings.read(token), violent=False, rule="dead")

    def _casualties(self, token: Token) -> Iterator[VictimCue]:
        """Take "no casualties" for nobody killed and nobody injured; other casualties may be either."""
        phrase = self._phrases.read(token)
        if phrase.is_none:
            standing = Standing(Modality.ASSERTED, Status.HAPPENED)
            for kind in (CasualtyKind.KILLED, CasualtyKind.INJURED):
                yield self._group(token, phrase, kind, standing, violent=False, rule="none")


def _ends_in_death(verb: Token) -> bool:
    """Know "shot dead" and "beaten to death"."""
    for child in verb.children:
        if child.lower_ == "dead" and child.i > verb.i:
            return True
        if child.lower_ == "to" and any(below.lower_ == "death" for below in child.children):
            return True
    return False


def _found(verb: Token) -> list[Token]:
    """Give who was found: "two found murdered", "a body was found"."""
    heads = [*objects_of(verb), *bare_subject(verb)] or [child for child in verb.children if child.dep_ == "nsubj"]
    return heads[:1] or ([verb.head] if verb.dep_ == "acl" else [])
