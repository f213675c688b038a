"""Who did it, as the whole report tells it: accusations, each with the incident it is of."""

from collections.abc import Iterator, Sequence

from events.extract.accusations import Accusation, AccusationReader
from events.extract.cast import Entry
from events.extract.lexicon import Lexicon
from events.extract.reading import Reading
from events.extract.strands import Strand
from schemas.vocabulary import Role

__all__ = ["Roster"]


class Roster:
    """Gives each incident of a report those who are said elsewhere in the report to have done it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._accusations = AccusationReader(lexicon)

    def accused(self, readings: Sequence[Reading], strands: Sequence[Strand]) -> dict[int, list[Entry]]:
        """Map the position of a strand to those accused of it, each with its words."""
        found: dict[int, list[Entry]] = {}
        for position, reading in enumerate(readings):
            for accusation in self._accusations.read(reading.doc):
                span = reading.sentence.span(accusation.phrase.start, accusation.phrase.end)
                for index in _meant(accusation, reading, position, strands):
                    found.setdefault(index, []).append((accusation.phrase, span, Role.PERPETRATOR))
        return found


def _meant(accusation: Accusation, reading: Reading, position: int, strands: Sequence[Strand]) -> Iterator[int]:
    """Give the incidents told below the accusing word, else the last one told before, else the first."""
    below = {token.i for token in accusation.governor.subtree}
    inside = [
        index
        for index, strand in enumerate(strands)
        if any(piece.reading is reading and piece.cue.token.i in below for piece in strand.pieces)
    ]
    if inside or not accusation.is_loose:
        yield from inside
        return
    before = [
        (max(piece.position for piece in strand.pieces if piece.position <= position), index)
        for index, strand in enumerate(strands)
        if any(piece.position <= position for piece in strand.pieces)
    ]
    if before:
        yield max(before)[1]
    elif strands:
        yield 0
