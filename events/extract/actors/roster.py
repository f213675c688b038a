"""Who did it, as the whole report tells it: accusations, each with the incident it is of."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from events.extract.actors.accusations import Accusation, AccusationReader
from events.extract.actors.cast import Entry, entries_of
from events.extract.actors.namesakes import Namesakes
from events.extract.cues.reading import Reading
from events.extract.kinds.typology import NON_STATE
from events.extract.weaving.strands import Strand
from events.extract.words.lexicon import Lexicon
from schemas.report import Report
from schemas.vocabulary import Role

__all__ = ["Roster"]

NEAR = 600  # characters between a deed and the incident that it is part of


class Roster:
    """Gives each incident those who take part in it and who are said anywhere in the report to have done it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._accusations = AccusationReader(lexicon)
        self._namesakes = Namesakes(lexicon)

    def _named(self, entries: Iterable[Entry], report: Report) -> Iterator[Entry]:
        """Give the entries with those named whom the report means by a name that several bear."""
        for phrase, span, role in entries:
            known = phrase.known
            meant = self._namesakes.choose(known, day=report.published, text=report.text) if known else None
            if known is None or meant is known:
                yield phrase, span, role
            else:
                name, country = (meant.name, meant.country_code) if meant else (phrase.core.text, None)
                yield replace(phrase, known=meant, name=name, country_code=country), span, role

    def entries(self, strand: Strand, accused: Iterable[Entry], report: Report) -> list[Entry]:
        """Give who takes part in one incident, by its own words and by what is said elsewhere.

        To blame a government for a clash is politics: there only bearers of arms that are no state's are added.
        """
        own = list(entries_of(strand.pieces))
        is_clash = any(role is Role.PARTY for _, _, role in own)
        added = [entry for entry in accused if not is_clash or entry[0].type(bears_arms=True) in NON_STATE]
        return list(self._named([*own, *added], report))

    def accused(self, readings: Sequence[Reading], strands: Sequence[Strand]) -> dict[int, list[Entry]]:
        """Map the position of a strand to those accused of it, each with its words."""
        found: dict[int, list[Entry]] = {}
        beside: dict[int, list[Entry]] = {}
        for reading in readings:
            for accusation in self._accusations.read(reading.doc):
                span = reading.sentence.span(accusation.phrase.start, accusation.phrase.end)
                entry = (accusation.phrase, span, Role.PERPETRATOR)
                for index in _meant(accusation, reading, strands):
                    (beside if accusation.is_deed else found).setdefault(index, []).append(entry)
        for index, entries in beside.items():
            if index not in found and not _is_solved(strands[index]):
                found[index] = entries
        return found


def _meant(accusation: Accusation, reading: Reading, strands: Sequence[Strand]) -> Iterator[int]:
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
    position = reading.sentence.start
    before = [
        (max(piece.position for piece in strand.pieces if piece.position <= position), index)
        for index, strand in enumerate(strands)
        if any(piece.position <= position for piece in strand.pieces)
    ]
    if before and (not accusation.is_deed or position - max(before)[0] <= NEAR):
        yield max(before)[1]
    elif strands and not accusation.is_deed:
        yield 0


def _is_solved(strand: Strand) -> bool:
    """Say whether an incident's own words tell who did it, or that it was a fight."""
    return any(role in (Role.PERPETRATOR, Role.PARTY) for _, _, role in entries_of(strand.pieces))
