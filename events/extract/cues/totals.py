"""What a report says of its victims as a whole: running tolls, and who was among the dead."""

from collections.abc import Iterator, Sequence

from events.extract.cues.cue import VictimCue
from events.extract.grammar.phrases import Phrase, PhraseReader, Token
from events.extract.modality.standing import StandingReader
from events.extract.words.lexicon import Lexicon
from schemas.count import Count
from schemas.vocabulary import CasualtyKind

__all__ = ["TotalReader"]

TO = frozenset({"to", "at"})
BEING = frozenset({"be", "is", "are", "was", "were", "been"})
EVERYONE = frozenset({"all", "both"})


class TotalReader:
    """Finds the tolls of a parsed sentence, and the parts of victims told before."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._roles = lexicon.roles
        self._harms = lexicon.harms
        self._phrases = PhraseReader(lexicon)
        self._standings = StandingReader(lexicon)

    def read(self, doc: Token, victims: Sequence[VictimCue]) -> Iterator[VictimCue]:
        """Give the tolls and the parts; `victims` are the groups that the sentence itself tells."""
        for token in doc:
            if token.lower_ in self._roles["toll"]:
                yield from self._toll(token)
            kind = self._kind(token)
            if kind is None:
                continue
            fallen = token.head if token.dep_ == "acl" and token.head.lower_ == "those" else token
            if fallen.dep_ == "pobj" and fallen.head.lower_ == "among":
                yield from self._among(fallen, kind)
            else:
                yield from self._included(fallen, kind)
        for cue in victims:
            yield from self._apposed(cue)

    def _kind(self, token: Token) -> CasualtyKind | None:
        """Say of whom "the dead", "the victims" and "those wounded" speak."""
        if token.lower_ in self._roles["fallen"]:
            return CasualtyKind.KILLED
        harm = self._harms.get(token.lower_)
        return harm.kind if harm is not None and token.tag_ in ("VBN", "JJ", "NNS") else None

    def _toll(self, noun: Token) -> Iterator[VictimCue]:
        """Read "the toll rose from nine to 14", "bringing to 14 the number of dead", "a death toll of 30"."""
        kind = self._tolled(noun)
        verb = noun.head
        is_moved = verb.lower_ in self._roles["corrected"]
        if kind is None:
            return
        figures = list(_figures(noun, {"of"}))
        if is_moved:
            figures = [*_figures(verb, TO), *_figures(noun, TO)] or _direct(verb, noun)
        for head in figures:
            phrase = self._phrases.read(head)
            if phrase.count is not None and self._counts_people(phrase):
                words = (noun, verb, head) if is_moved else (noun, head)
                yield self._cue(noun, phrase, kind, words, is_total=True)
                return

    def _counts_people(self, phrase: Phrase) -> bool:
        """Know "14", "14 people" and "14 deaths", but not the "14 dollars" of a bridge's toll."""
        return phrase.core.tag_ == "CD" or phrase.noun is not None or self._kind(phrase.core) is not None

    def _tolled(self, noun: Token) -> CasualtyKind | None:
        below = [word for word in noun.subtree if word.i != noun.i and word.dep_ != "nummod"]
        kinds = [kind for word in below if (kind := self._kind(word)) is not None]
        return kinds[0] if kinds else CasualtyKind.KILLED if noun.lower_ in ("toll", "tolls") else None

    def _among(self, fallen: Token, kind: CasualtyKind) -> Iterator[VictimCue]:
        """Read "six policemen were among the dead" and "among the dead were two children"."""
        verb = fallen.head.head
        if verb.lower_ in BEING:
            heads = [child for child in verb.children if child.dep_ in ("nsubj", "attr")]
            yield from self._parts(fallen, heads, kind)

    def _included(self, fallen: Token, kind: CasualtyKind) -> Iterator[VictimCue]:
        """Read "the dead included two children", "two of the dead were soldiers"."""
        verb = fallen.head
        if fallen.dep_ == "nsubj" and verb.lower_ in self._roles["subset"]:
            yield from self._parts(fallen, [child for child in verb.children if child.dep_ == "dobj"], kind)
        elif fallen.dep_ == "pobj" and fallen.head.lower_ == "of":
            yield from self._share(fallen, kind)

    def _share(self, fallen: Token, kind: CasualtyKind) -> Iterator[VictimCue]:
        """Read "two of the dead were soldiers" and "of the dead, two were soldiers"."""
        over = fallen.head.head
        verb = over if over.lower_ in BEING else over.head
        number = next((child for child in verb.children if child.dep_ == "nsubj" and child.tag_ == "CD"), None)
        if verb.lower_ not in BEING or number is None:
            return
        count = self._phrases.read(number).count
        for head in (child for child in verb.children if child.dep_ == "attr"):
            yield self._cue(fallen, self._phrases.read(head), kind, (number, head), count=count, is_part=True)

    def _apposed(self, cue: VictimCue) -> Iterator[VictimCue]:
        """Read "14 people, seven of them children" and "two people, both soldiers"."""
        if cue.phrase is None:
            return
        for apposed in (child for child in cue.phrase.head.children if child.dep_ == "appos"):
            number = next((child for child in apposed.children if child.tag_ == "CD" and _is_of_them(child)), None)
            if number is not None:
                count = self._phrases.read(number).count
            elif any(child.lower_ in EVERYONE for child in apposed.children):
                count = cue.count
            else:
                continue
            yield self._cue(apposed, self._phrases.read(apposed), cue.kind, (apposed,), count=count, is_part=True)

    def _parts(self, fallen: Token, heads: Sequence[Token], kind: CasualtyKind) -> Iterator[VictimCue]:
        for head in heads:
            for phrase in self._phrases.read_all(head):
                yield self._cue(fallen, phrase, kind, (fallen,), is_part=True)

    def _cue(
        self,
        token: Token,
        phrase: Phrase,
        kind: CasualtyKind,
        words: Sequence[Token],
        *,
        count: Count | None = None,
        is_part: bool = False,
        is_total: bool = False,
    ) -> VictimCue:
        return VictimCue(
            token=token,
            start=min(phrase.start, *(word.idx for word in (token, *words))),
            end=max(phrase.end, *(word.idx + len(word.text) for word in (token, *words))),
            kind=kind,
            phrase=phrase,
            count=count or phrase.count,
            is_violent=False,
            is_part=is_part,
            is_total=is_total,
            standing=self._standings.read(token),
            agents=(),
            rule="harm-toll" if is_total else "harm-part",
        )


def _figures(over: Token, prepositions: frozenset[str] | set[str]) -> Iterator[Token]:
    """Give what stands behind "to" in "from nine to 14", whichever word the parse hangs it on."""
    for child in over.children:
        if child.dep_ == "prep":
            if child.lower_ in prepositions:
                yield from (below for below in child.children if below.dep_ == "pobj")
            elif child.lower_ == "from":
                yield from _figures(child, prepositions)


def _direct(verb: Token, noun: Token) -> list[Token]:
    """Give the figure of "the toll reached 14", not what "brought the toll" has for an object."""
    return [child for child in verb.children if child.dep_ in ("dobj", "attr") and child.i != noun.i]


def _is_of_them(number: Token) -> bool:
    """Know "seven of them"."""
    below = [word for child in number.children if child.lower_ == "of" for word in child.children]
    return any(word.lower_ in ("them", "whom") for word in below)
