"""Who a note's participle is told of, by the order of words: "1 guard and 2 cooks shot and killed"."""

from collections.abc import Iterator

from events.extract.grammar.chunks import chunk_after, chunks_before
from events.extract.grammar.phrases import Phrase, PhraseReader, Token
from events.extract.words.lexicon import Lexicon

__all__ = ["ParticipleReader"]

# "10 dead, 30 wounded": the dead are not the wounded
HARMED = frozenset({"dead", "missing", "casualties", "casualty", "unharmed", "unhurt"})
PARTICIPLES = frozenset({"VBN", "VBD", "JJ"})
PEOPLE_TAGS = frozenset({"CD", "NNS", "JJ"})


class ParticipleReader:
    """Reads the victims of participles that the parse leaves without any."""

    def __init__(self, lexicon: Lexicon, phrases: PhraseReader) -> None:
        self._lexicon = lexicon
        self._phrases = phrases

    def before(self, verb: Token) -> list[Phrase]:
        """List the counted people that stand before a participle; of "two, one a cook, one a guard" only the two."""
        is_attribute = verb.dep_ == "amod" and verb.head.i > verb.i  # "a wounded officer"
        if verb.tag_ not in PARTICIPLES or is_attribute or _is_perfect(verb):
            return []
        read = (self._phrases.read_run(chunk.words) for chunk in chunks_before(verb, harms=self._harms))
        return list(_without_breakdown([phrase for phrase in read if self._counts(phrase)]))

    def is_listed(self, verb: Token) -> bool:
        """Know "5 guards killed 7 cooks injured": what follows the verb has a harm of its own."""
        if verb.tag_ not in ("VBN", "VBD"):
            return False
        after = chunk_after(verb, harms=self._harms)
        if after is None or after.words[0].tag_ != "CD":
            return False
        following = verb.doc[after.head.i + 1 : after.head.i + 2]
        return any(self._harms(word) for word in following) and bool(self.before(verb))

    def _counts(self, phrase: Phrase) -> bool:
        is_measure = phrase.head.lower_ in self._lexicon.measures or phrase.core.lower_ in self._lexicon.calendar
        is_person = phrase.noun is not None or phrase.known is not None or phrase.head.tag_ in PEOPLE_TAGS
        return phrase.count is not None and is_person and not phrase.is_thing and not is_measure

    def _harms(self, word: Token) -> bool:
        form = word.lower_
        return (
            form in HARMED
            or form in self._lexicon.harms
            or form in self._lexicon.roles["deadly"]
            or form in self._lexicon.blows
        )


def _is_perfect(verb: Token) -> bool:
    """Know "the rebels had kidnapped", which tells who did it."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    return bool(auxiliaries) and all(child.lower_ in ("had", "has", "have") for child in auxiliaries)


def _without_breakdown(phrases: list[Phrase]) -> Iterator[Phrase]:
    """Leave out what spells a number out: "two clerks, one from here and one from there"."""
    counts = [phrase.count.best if phrase.count else 0 for phrase in phrases]
    is_spelt_out = len(phrases) > 1 and 1 < counts[0] == sum(counts[1:])
    yield from phrases[:1] if is_spelt_out else phrases
