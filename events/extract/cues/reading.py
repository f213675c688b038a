"""A sentence read: its cues, and the days and places that its syntax ties to each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from events.dates.expression import DateOrder, TimeExpression
from events.dates.find import find_times
from events.dates.grammar import Grammar, read_grammar
from events.extract.cues.cue import EventCue, VictimCue
from events.extract.cues.nations import NationFinder
from events.extract.cues.triggers import TriggerReader
from events.extract.cues.victims import VictimReader
from events.extract.cues.whereabouts import NamedPlace, PlaceFinder
from events.extract.grammar.phrases import Token
from events.extract.grammar.ties import LOOSE, tie
from events.extract.text.sentences import Sentence
from events.extract.words.lexicon import Lexicon
from schemas.place import PlaceReference

__all__ = ["Reading", "SentenceReader"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence with all that was found in it."""

    sentence: Sentence
    doc: Token
    events: tuple[EventCue, ...]
    victims: tuple[VictimCue, ...]
    places: tuple[NamedPlace, ...]
    votes: tuple[PlaceReference, ...]
    times: tuple[tuple[TimeExpression, Token], ...]
    is_separate: bool
    is_here: bool
    speech: frozenset[str]

    @property
    def last_day(self) -> date | None:
        """Give the day that the sentence told last, from which "two days later" in the next one counts."""
        days = [time.when.start for time, _ in self.times if time.when.is_day and not time.is_telling]
        return days[-1] if days else None

    def time_of(self, cue: EventCue | VictimCue) -> tuple[int, TimeExpression] | None:
        """Give the time expression that hangs closest on a cue, with its closeness."""
        ties = [(tie(cue.token, anchor, self.speech), time) for time, anchor in self.times]
        known = [(found, time) for found, time in ties if found is not None]
        if not known:
            return None
        found, time = min(known, key=lambda pair: pair[0])
        return found.closeness, time

    def places_of(self, cue: EventCue | VictimCue) -> list[tuple[int, PlaceReference]]:
        """Give the places of the sentence with their closeness to a cue, the closest first."""
        ranked = []
        for named in self.places:
            found = tie(cue.token, named.anchor, self.speech)
            is_loose = named.reference.relation in ("loose", "modifier") or _is_origin(named) or named.is_cause
            if found is None or is_loose:
                ranked.append((LOOSE + 1, named.anchor.i, named.reference))
            else:
                ranked.append((found.closeness, found.distance, named.reference))
        return [(closeness, place) for closeness, _, place in sorted(ranked, key=lambda entry: entry[:2])]


class SentenceReader:
    """Reads parsed sentences."""

    def __init__(self, lexicon: Lexicon, grammar: Grammar | None = None) -> None:
        self._grammar = grammar or read_grammar()
        self._triggers = TriggerReader(lexicon)
        self._victims = VictimReader(lexicon)
        self._places = PlaceFinder(lexicon)
        self._nations = NationFinder(lexicon)
        self._separate = lexicon.stances["separate"]
        self._here = lexicon.here_pattern
        self._speech = lexicon.stances["attributed"]

    def read(
        self,
        sentence: Sentence,
        doc: Token,
        *,
        published: date | None,
        reference: date | None = None,
        date_order: DateOrder | None = None,
    ) -> Reading:
        """Read one sentence; `reference` is the day of which was told before ("two days later")."""
        times = find_times(
            sentence.text, published=published, reference=reference, date_order=date_order, grammar=self._grammar
        )
        return Reading(
            sentence=sentence,
            doc=doc,
            events=tuple(self._triggers.events(doc)),
            victims=tuple(self._victims.victims(doc)),
            places=tuple(_outside(self._places.places(doc, sentence), times, sentence)),
            votes=tuple(self._nations.votes(sentence.text, start=sentence.start)),
            times=tuple(_anchored(times, doc)),
            is_here=self._here.search(sentence.text) is not None,
            is_separate=any(token.lower_ in self._separate for token in doc),
            speech=self._speech,
        )


def _is_origin(named: NamedPlace) -> bool:
    """Know "missionaries from Ohio" and "an offer to Eritrea", who and which are elsewhere."""
    return named.reference.relation in ("from", "to") and named.anchor.pos_ in ("NOUN", "PROPN", "PRON")


def _anchored(times: Sequence[TimeExpression], doc: Token) -> Iterator[tuple[TimeExpression, Token]]:
    """Tie each time expression to the word of its span that the rest hangs on."""
    for time in times:
        span = doc.char_span(time.span.start, time.span.end)
        if span is not None and len(span):
            yield time, span.root


def _outside(places: Sequence[NamedPlace], times: Sequence[TimeExpression], sentence: Sentence) -> Iterator[NamedPlace]:
    """Leave out names that are part of a date: "on Monday" is no place."""
    taken = [time.span.shifted(sentence.start) for time in times]
    for named in places:
        if not any(named.reference.span.overlaps(span) for span in taken):
            yield named
