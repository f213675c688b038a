"""Groups of victims: the words of a sentence that tell what happened to people."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from events.extract.cues.cue import VictimCue
from events.extract.cues.echoes import EchoReader
from events.extract.cues.groups import Deed, GroupMaker
from events.extract.cues.nominal import NominalReader
from events.extract.cues.participles import ParticipleReader
from events.extract.cues.totals import TotalReader
from events.extract.cues.wounds import WoundReader
from events.extract.grammar.phrases import Phrase, PhraseReader, Token
from events.extract.grammar.pronouns import is_somebodys
from events.extract.grammar.roles import bare_subject, objects_of, shared_subject, subjects_of
from events.extract.modality.standing import Standing
from events.extract.words.entries import Harm
from events.extract.words.lexicon import Lexicon
from schemas.vocabulary import ActorType, CasualtyKind, Modality, Status

__all__ = ["VictimReader"]

# "nine dead", "no casualties"; beside them stand the bodies that are found
COUNTED = frozenset({"dead", "casualties", "casualty"})
OTHER = {CasualtyKind.KILLED: CasualtyKind.INJURED, CasualtyKind.INJURED: CasualtyKind.KILLED}
RECENT = 8  # groups told before, of whom a participle without a subject may go on
Told = Mapping[tuple[CasualtyKind, int], VictimCue]

STATES = frozenset({ActorType.STATE_FORCES, ActorType.EXTERNAL})


class VictimReader:
    """Finds the groups of victims of a parsed sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._phrases = PhraseReader(lexicon)
        self._groups = GroupMaker(lexicon, self._phrases)
        self._participles = ParticipleReader(lexicon, self._phrases)
        self._nominals = NominalReader(lexicon, self._phrases)
        self._echoes = EchoReader(self._groups)
        self._totals = TotalReader(lexicon)
        self._parts = lexicon.body["deadly"] | lexicon.body["other"]
        self._wounds = WoundReader(lexicon, self._groups, self._participles)

    def victims(self, doc: Token) -> Iterator[VictimCue]:
        """Give the groups of victims that a sentence tells, each once: "shot dead" is one death.

        Who was wounded and then killed is told once, as killed.
        """
        told: dict[tuple[CasualtyKind, int], VictimCue] = {}
        for cue in self._every_victim(doc, told):
            told.setdefault((cue.kind, _position(cue)), cue)
        is_armed = any(token.lower_ in self._lexicon.instruments for token in doc)
        kept = [
            replace(cue, is_violent=True) if is_armed else cue
            for (kind, position), cue in told.items()
            if not _is_superseded(cue, told.get((OTHER.get(kind, kind), position)))
        ]
        yield from kept
        yield from self._totals.read(doc, kept)

    def _every_victim(self, doc: Token, told: Told) -> Iterator[VictimCue]:
        for token in doc:
            harm = self._lexicon.harms.get(token.lower_) or self._nominals.harm(token)
            if harm is not None and not (harm.kind is CasualtyKind.INJURED and _ends_in_death(token)):
                yield from self._named(token, harm, told)
            yield from self._wounds.read(token)
            if self._is_deadly(token):
                yield from self._deadly(token, told)
            if token.lower_ in COUNTED or token.lower_ in self._lexicon.roles["bodies"]:
                yield from self._counted(token, told)
        for token in doc:  # those whose lot is shared may stand behind: "a nurse, along with two cooks, was killed"
            yield from self._echoes.read(token, list(told.values()))

    def _named(self, token: Token, harm: Harm, told: Told) -> Iterator[VictimCue]:
        """Read the victims of a word that names harm."""
        agents = self._groups.agents(token) if harm.victim == "object" else ()
        kind = harm.kind
        if harm.captive is not None and self._is_captive(token, agents):
            kind = harm.captive
        elif harm.needs_captors and not self._is_captive(token, agents):
            return
        deed = Deed(token, kind, harm.victim, is_violent=harm.is_violent, agents=agents)
        listed = self._participles.is_listed(token)
        parsed = [] if listed else [cue for cue in self._harmed(deed, harm) if not _is_mistaken(cue)]
        found = parsed if harm.victim == "of" else self._by_words(deed, parsed, told, listed=listed)
        yield from (cue for cue in found if not harm.needs_people or self._is_person(cue))

    def _is_person(self, cue: VictimCue) -> bool:
        """Know that people are meant, and no town, car or military equipment: "seized a driver", "seized two"."""
        phrase = cue.phrase
        if phrase is None or phrase.is_thing:
            return False
        return phrase.core.lower_ in self._lexicon.nouns or phrase.head.tag_ in ("CD", "PRP")

    def _is_captive(self, token: Token, agents: Sequence[Phrase]) -> bool:
        """Know "held hostage", "taken at gunpoint" and "detained by rebels"."""
        following = [word.lower_ for word in token.doc[token.i + 1 : token.i + 5]]
        before = [word.lower_ for word in token.doc[max(0, token.i - 2) : token.i]]
        hostage = any(word in self._lexicon.captivity for word in (*following, *before))
        if hostage or self._is_kept(token):
            return True
        captors = [agent for agent in agents if agent.is_armed or agent.known is not None]
        return any(agent.type(bears_arms=True) not in STATES for agent in captors)

    def _is_kept(self, verb: Token) -> bool:
        """Know "taken from their car", "held for two weeks", "held against their will"."""
        for child in verb.children:
            below = [word.lower_ for word in child.children if word.dep_ == "pobj"]
            if child.lower_ == "from" and self._lexicon.roles["taken_from"].intersection(below):
                return True
            if child.lower_ == "for" and verb.lower_ == "held" and self._lexicon.roles["spells"].intersection(below):
                return True
            if child.lower_ == "against" and "will" in below:
                return True
        return False

    def _by_words(
        self, deed: Deed, parsed: Sequence[VictimCue], told: Told, *, listed: bool = False
    ) -> Iterator[VictimCue]:
        """Give what the parse found or, where it found nobody that is counted, what the order of words tells."""
        if any(cue.count is not None for cue in parsed):
            yield from parsed
            return
        before = self._participles.before(deed.token) if listed or not self._is_active(deed.token) else []
        chunked = [self._groups.of(replace(deed, rule="chunk"), phrase) for phrase in before]
        if chunked or parsed:
            yield from chunked or parsed
        elif _is_bare(deed.token) or deed.rule == "dead":
            yield from self._fate(deed, told)

    def _is_active(self, verb: Token) -> bool:
        """Know "three men killed a judge" by who follows; a day and "hostage" are nobody: "2 clerks held Nov 13"."""
        behind = [head for head in objects_of(verb) if head.i > verb.i]
        others = self._lexicon.calendar | self._lexicon.measures | self._lexicon.captivity
        return any(all(word.lower_ not in others for word in (head, *head.children)) for head in behind)

    def _fate(self, deed: Deed, told: Told) -> Iterator[VictimCue]:
        """Let "kidnapped in July; killed in August" tell both of the same people."""
        recent = list(told.values())[-RECENT:]
        for cue in recent:
            if cue.token.i == recent[-1].token.i and not cue.is_part and cue.phrase is not None:
                yield self._groups.of(replace(deed, rule="fate"), cue.phrase)

    def _harmed(self, deed: Deed, harm: Harm) -> Iterator[VictimCue]:
        token = deed.token
        if harm.victim == "subject":
            heads = list(subjects_of(token)) or _passive_subject(token)
        elif harm.victim == "predicate":
            heads = [child for child in token.head.children if child.dep_ == "nsubj"] if token.dep_ == "acomp" else []
        elif token.pos_ in ("VERB", "AUX", "ADJ") and harm.victim == "object":
            heads = list(objects_of(token)) or ([token.head] if token.dep_ == "amod" else [])
        else:
            heads = self._nominals.heads(token, harm)
        if harm.victim == "object" and not heads:
            heads = self._groups.unarmed(bare_subject(token))
            deed = replace(deed, agents=tuple(phrase for phrase in deed.agents if phrase.head not in heads))
        for cue in self._groups.under(deed, self._whose(token, heads)):
            if cue.phrase is None or not self._nominals.is_deed(cue.phrase, token):
                yield replace(cue, is_part=True) if _is_share(cue) else cue
        fold = None if heads else self._nominals.fold(token)
        if fold is not None:
            yield replace(self._groups.of(deed, self._phrases.read(token)), count=fold)

    def _whose(self, verb: Token, heads: Sequence[Token]) -> list[Token]:
        """Give who "hurt his shoulder", and nobody for a hand that others wounded."""
        whole = [head for head in heads if not self._is_own_part(head)]
        return whole if whole or not heads else self._groups.unarmed(shared_subject(verb))

    def _is_own_part(self, noun: Token) -> bool:
        is_owned = any(child.tag_ == "PRP$" for child in noun.children)
        return is_owned and noun.dep_ == "dobj" and noun.lower_ in self._parts

    def _is_deadly(self, token: Token) -> bool:
        """Know "stabbed to death", "shot dead", "fatally shot" and "found murdered"."""
        if token.lower_ in self._lexicon.roles["deadly"] and (_ends_in_death(token) or self._is_fatal(token)):
            return True
        harm = self._lexicon.harms.get(token.lower_)
        is_found = token.dep_ in ("xcomp", "oprd", "acomp", "ccomp") and token.head.lower_ == "found"
        return is_found and harm is not None and harm.is_violent

    def _is_fatal(self, token: Token) -> bool:
        return any(child.lower_ in self._lexicon.fatal for child in token.children)

    def _deadly(self, token: Token, told: Told) -> Iterator[VictimCue]:
        deed = Deed(token, CasualtyKind.KILLED, "deadly", is_violent=True, agents=self._groups.agents(token))
        if token.lower_ in self._lexicon.roles["deadly"]:
            heads = list(objects_of(token)) or self._groups.unarmed(bare_subject(token))
        else:
            heads = _found(token.head)
        yield from self._by_words(deed, list(self._groups.under(deed, heads)), told)

    def _counted(self, token: Token, told: Told) -> Iterator[VictimCue]:
        """Read "left nine dead", "10 dead", "no casualties", "the bodies of six men"."""
        word = token.lower_
        if word in ("casualties", "casualty"):
            yield from self._casualties(token)
        elif word in self._lexicon.roles["bodies"]:
            phrase = self._phrases.read(token)
            is_known = phrase.count is not None or (
                is_somebodys(phrase) and token.head.lower_ in self._lexicon.roles["finding"]
            )
            if is_known and token.dep_ in ("dobj", "nsubjpass"):
                yield self._groups.of(Deed(token, CasualtyKind.KILLED, "bodies"), phrase)
        elif token.pos_ in ("ADJ", "NOUN", "NUM", "VERB") and self._lexicon.harms.get(word) is None:
            deed = Deed(token, CasualtyKind.KILLED, "dead")
            dead = list(self._dead(deed))
            is_found = token.i > 0 and token.nbor(-1).lower_ == "found"
            yield from self._by_words(deed, dead, told) if is_found else dead

    def _dead(self, deed: Deed) -> Iterator[VictimCue]:
        token = deed.token
        if any(child.dep_ == "nummod" and child.i < token.i for child in token.children):
            yield self._groups.of(deed, self._phrases.read(token))  # "left 10 dead and 30 wounded"
            return
        if token.dep_ in ("acomp", "oprd", "ccomp", "xcomp"):
            heads = [c for c in token.head.children if c.dep_ in ("nsubj", "dobj", "nsubjpass")]
            if any(c.dep_ == "dobj" for c in heads):  # "the blast left nine dead": the nine, not the blast
                heads = [c for c in heads if c.dep_ == "dobj"]
            heads = [c for c in heads if token.dep_ != "oprd" or c.dep_ != "nsubj"] or heads
            heads = [c for c in token.children if c.dep_ == "nsubj"] or heads
            heads = heads or (
                list(objects_of(token.head)) if token.dep_ == "oprd" else []
            )  # "stabbed and declared dead"
        else:
            heads = [token]
        for head in heads:
            for phrase in self._phrases.read_all(head):
                if phrase.count is not None and phrase.head.tag_ not in ("PRP", "WP"):
                    yield self._groups.of(deed, phrase)

    def _casualties(self, token: Token) -> Iterator[VictimCue]:
        """Take "no casualties" for nobody killed and nobody injured; other casualties may be either."""
        phrase = self._phrases.read(token)
        if phrase.is_none:
            standing = Standing(Modality.ASSERTED, Status.HAPPENED)
            for kind in (CasualtyKind.KILLED, CasualtyKind.INJURED):
                yield replace(self._groups.of(Deed(token, kind, "none"), phrase), standing=standing)


def _is_superseded(cue: VictimCue, other: VictimCue | None) -> bool:
    """Know who was first wounded and then killed ("stabbed and killed"), and who was only shot and lives."""
    if other is None or other is cue or other.count is None or not other.count.high:
        return False
    if cue.kind is CasualtyKind.KILLED:
        return cue.count is not None and cue.count.low == 0
    is_after = other.token.i >= cue.token.i or any(word.i == other.token.i for word in cue.token.ancestors)
    return other.count.low > 0 and is_after  # "died after being wounded"


def _position(cue: VictimCue) -> int:
    return int(cue.phrase.head.i if cue.phrase else cue.token.i)


def _passive_subject(verb: Token) -> list[Token]:
    """Give who "was shot and died"."""
    if verb.dep_ != "conj":
        return []
    return [child for child in verb.head.children if child.dep_ == "nsubjpass"]


def _is_mistaken(cue: VictimCue) -> bool:
    """Know what a participle is not told of: a thing, or nobody ("murdered - no details")."""
    if cue.phrase is None:
        return False
    head = cue.phrase.head
    is_reduced = cue.token.dep_ == "acl" and cue.token.head.i == head.i
    return cue.phrase.is_thing or (is_reduced and head.dep_ == "pobj" and head.head.lower_ != "of")


def _is_share(cue: VictimCue) -> bool:
    """Know "one of the victims killed": the victims are more."""
    phrase = cue.phrase
    return phrase is not None and cue.token.dep_ == "acl" and cue.token.head.i == phrase.core.i != phrase.head.i


def _is_bare(verb: Token) -> bool:
    """Know a participle with nobody of its own: "; killed in August"."""
    own = {"nsubj", "nsubjpass", "dobj", "aux"}
    is_attribute = verb.dep_ in ("acl", "amod", "relcl")
    return verb.tag_ in ("VBN", "VBD") and not is_attribute and not any(child.dep_ in own for child in verb.children)


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
