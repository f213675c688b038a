"""How many people were in a crowd: as a coder's note puts it in brackets, else as the protest's words count them."""

import re
from collections.abc import Iterator, Sequence

from events.extract.claiming import ClaimBook
from events.extract.cues.cue import EventCue
from events.extract.grammar.phrases import Phrase, PhraseReader, Token
from events.extract.grammar.roles import subjects_of
from events.extract.weaving.strands import Piece
from events.extract.words.counts import Numbers
from events.extract.words.lexicon import Lexicon
from schemas.count import Count
from schemas.report import Report
from schemas.span import Span
from schemas.vocabulary import ActorType, EventType, Field

__all__ = ["CrowdReader"]

# ACLED closes a note with "(size=about 500)" or "[size=no report]"
SIZE = re.compile(r"[(\[]\s*size\s*=\s*(?P<size>[^)\]]{1,80})[)\]]", re.IGNORECASE)
WORDS = re.compile(r"\d[\d,.]*|[a-z]+", re.IGNORECASE)
CROWDED = frozenset({EventType.PROTESTS, EventType.RIOTS})
GATHERING = frozenset({"Peaceful protest", "Violent demonstration", "Mob violence"})
GATHERING_KINDS = frozenset({"attack", "intervention"})
UNARMED = frozenset({ActorType.PROTESTERS, ActorType.RIOTERS, ActorType.CIVILIANS, None})
FEWEST = 3  # two are no crowd

Told = tuple[Span, Count]


class CrowdReader:
    """Finds a crowd's size and claims it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._numbers = Numbers(lexicon.numbers)
        self._phrases = PhraseReader(lexicon)

    def size(self, pieces: Sequence[Piece], event_type: EventType, report: Report, claims: ClaimBook) -> int | None:
        """Give the size of a demonstration's or a mob's crowd; None where no number is told."""
        if event_type not in CROWDED:
            return None
        told = list(self._bracketed(report.text)) or list(self._gathered(pieces))
        for span, count in told:
            claims.quote(Field.CROWD_SIZE, span, value=str(count.best), count=count, rule="crowd")
        return max((count.best for _, count in told), default=None)

    def _bracketed(self, text: str) -> Iterator[Told]:
        for match in SIZE.finditer(text):
            count = self._read(match["size"])
            if count is not None:
                yield Span(start=match.start("size"), end=match.end("size")), count

    def _read(self, words: str) -> Count | None:
        return self._numbers.read([word.lower().rstrip(".,") for word in WORDS.findall(words)])

    def _gathered(self, pieces: Sequence[Piece]) -> Iterator[Told]:
        """Give those who demonstrate with their number; the arrested, injured and killed are counted elsewhere."""
        for piece in pieces:
            for head in _heads(piece):
                phrase = self._phrases.read(head)
                sentence = piece.reading.sentence
                count = self._read(sentence.text[phrase.start : _end_of_count(phrase)])
                if count is not None and count.best >= FEWEST and _is_crowd(phrase):
                    yield sentence.span(phrase.start, phrase.end), count


def _heads(piece: Piece) -> Iterator[Token]:
    """Give the nouns that may name the crowd: the trigger itself ("200 protesters"), or who does what it tells."""
    cue = piece.cue
    if not isinstance(cue, EventCue):
        return
    if cue.trigger.sub_event not in GATHERING and cue.trigger.kind not in GATHERING_KINDS:
        return
    token = cue.token
    if token.pos_ in ("VERB", "AUX"):
        yield from subjects_of(token)
        if token.dep_ == "acl":  # "200 students protested in Dakar" is parsed as one noun phrase
            yield token.head
    else:
        yield token
        if token.head.pos_ == "VERB":
            yield from subjects_of(token.head)


def _end_of_count(phrase: Phrase) -> int:
    """Say how far to read: up to "people" in "hundreds of thousands of people", up to "men" in "a mob of 40 men"."""
    below = [o for p in phrase.core.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj"]
    return int(below[0].idx) if below else int(phrase.core.idx)


def _is_crowd(phrase: Phrase) -> bool:
    kind = phrase.noun.type if phrase.noun else None
    return kind in UNARMED and not phrase.is_armed and not phrase.is_thing
