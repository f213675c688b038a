"""Whether a strand tells one incident or the sum of several: "60 dead since Friday in five towns"."""

from events.extract.grammar.ties import LOOSE
from events.extract.weaving.pieces import Piece
from events.extract.weaving.strands import Strand
from events.extract.words.counts import Numbers
from events.extract.words.lexicon import Lexicon
from schemas.vocabulary import Scope

__all__ = ["RoundUps"]

FEWEST_DAYS = 3  # a night that goes over midnight has two
FEWEST_EVENTS = 3  # "two attacks" may be two waves of one
PLURAL = frozenset({"NNS", "NNPS"})


class RoundUps:
    """Tells the sums from the incidents."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._many = lexicon.stances["many"]
        self._numbers = Numbers(lexicon.numbers)

    def scope_of(self, strand: Strand) -> Scope:
        """Say whether a strand counts events, or the victims of days on which no single event is told.

        A siege of four days is one incident: its word is singular.
        """
        of_many = bool(strand.events) and all(self._tells_many(piece) for piece in strand.events)
        if not of_many or any(_is_of_a_day(piece) for piece in strand.pieces):
            return Scope.SINGLE
        spans = any(_spans_days(piece) for piece in strand.victims)
        is_counted = any(self._counts_events(piece) for piece in strand.events)
        return Scope.AGGREGATE if spans or is_counted else Scope.SINGLE

    def _counts_events(self, piece: Piece) -> bool:
        """Know "600 clashes" and "27 attacks", but not "four bombs", which one attack may use."""
        token = piece.cue.token
        if token.tag_ not in PLURAL or token.lower_ not in self._many:
            return False
        counts = [self._numbers.read([child.lower_]) for child in token.children if child.dep_ == "nummod"]
        return any(count is not None and count.best >= FEWEST_EVENTS for count in counts)

    def _tells_many(self, piece: Piece) -> bool:
        """Know "clashes" and "violence", which are no single event."""
        return piece.cue.token.tag_ in PLURAL or piece.cue.token.lower_ in self._many


def _is_of_a_day(piece: Piece) -> bool:
    return piece.when is not None and piece.when.is_day and piece.time_closeness < LOOSE


def _spans_days(piece: Piece) -> bool:
    days = piece.when.days if piece.when is not None and piece.time_closeness < LOOSE else None
    return days is not None and days >= FEWEST_DAYS
