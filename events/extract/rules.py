"""The built-in extractor: rules over a dependency parse, offline, the same answer every time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from events.dates.expression import DateOrder
from events.dates.grammar import read_grammar
from events.extract.actors.roster import Roster
from events.extract.casualties.crowds import CrowdReader
from events.extract.cues.cue import VictimCue
from events.extract.cues.nations import NationFinder
from events.extract.cues.reading import Reading, SentenceReader
from events.extract.founding import founds_a_mention, founds_in_company
from events.extract.grammar.parse import Parser
from events.extract.grammar.syntax import Parse
from events.extract.grammar.ties import LOOSE
from events.extract.kinds.typology import Typology
from events.extract.modality.topic import Topics
from events.extract.notes import gather
from events.extract.selection import LEAD, Selection, Selector
from events.extract.telling import Teller
from events.extract.text.opening import Opening
from events.extract.text.sentences import Sentence
from events.extract.weaving.aftermath import with_aftermath
from events.extract.weaving.roundup import RoundUps
from events.extract.weaving.strands import Piece, Strand, weave
from events.extract.words.lexicon import Lexicon
from schemas.actor import Actor
from schemas.claim import Claim
from schemas.codebook import load_codebook
from schemas.incident import Extraction, Telling
from schemas.report import Report
from schemas.vocabulary import Status

__all__ = ["RuleExtractor"]

RECENT_DAYS = 31  # what a trial or a study tells of an older day is past
WAR = 1_000  # so many dead on no day that is told are a war's
REPORTS_AT_ONCE = 32  # parsed together; the parse does not depend on it


@dataclass(frozen=True, slots=True)
class _Story:
    """A report whose telling sentences are read, and the incidents that they found; `first` is the first told."""

    selection: Selection
    readings: tuple[Reading, ...]
    first: tuple[Strand, ...]
    founded: tuple[Strand, ...]

    @property
    def beside(self) -> tuple[Sentence, ...]:
        """Give the sentences that are worth a parse beside what is told: who did it, and where, if no town is told."""
        if not self.founded:
            return ()
        lead = () if all(strand.place_names for strand in self.founded) else self.selection.lead
        return (*lead, *self.selection.blaming)


class RuleExtractor:
    """Reads what a report tells by trigger words, syntax and the codebooks."""

    name = "rules"
    version = "1"

    def __init__(
        self,
        *,
        pipeline: str,
        codebook: Path | None = None,
        date_order: DateOrder | None = None,
        include_crime: bool = False,
    ) -> None:
        self._lexicon = Lexicon(codebook)
        self._parser = Parser(
            pipeline,
            common_words=self._lexicon.common_words,
            describes_people=self._lexicon.describes_people,
            names=self._lexicon.cased_names,
        )
        grammar = read_grammar(codebook)
        self._include_crime = include_crime
        self._typology = Typology(load_codebook("event_types", overlay=codebook))
        self._typology.require_known(self._lexicon.sub_events if codebook else ())
        self._selector = Selector(self._lexicon, grammar, labels=self._typology.labels, date_order=date_order)
        self._nations = NationFinder(self._lexicon)
        self._sentences = SentenceReader(self._lexicon, grammar)
        self._roster = Roster(self._lexicon)
        self._round_ups = RoundUps(self._lexicon)
        self._teller = Teller(self._typology, CrowdReader(self._lexicon), extractor=self.name)

    def extract(self, reports: Iterable[Report]) -> Iterator[Extraction]:
        """Give each report's tellings and claims, in the order of the reports."""
        stream = iter(reports)
        while some := list(islice(stream, REPORTS_AT_ONCE)):
            yield from self._extract(some)

    def _extract(self, reports: Sequence[Report]) -> list[Extraction]:
        selections = [self._selector.select(report) for report in reports]
        telling = self._read(selections, [selection.telling for selection in selections])
        stories = [self._story(selection, readings) for selection, readings in zip(selections, telling, strict=True)]
        beside = self._read(selections, [story.beside for story in stories])
        return [self._told(story, readings) for story, readings in zip(stories, beside, strict=True)]

    def _read(
        self, selections: Sequence[Selection], sentences: Sequence[Sequence[Sentence]]
    ) -> list[tuple[Reading, ...]]:
        """Read some sentences of each report, all parsed together."""
        parses = iter(self._parser.parse([sentence.text for some in sentences for sentence in some]))
        return [
            tuple(self._readings(selection, zip(some, islice(parses, len(some)), strict=True)))
            for selection, some in zip(selections, sentences, strict=True)
        ]

    def _readings(self, selection: Selection, parsed: Iterable[tuple[Sentence, Parse]]) -> Iterator[Reading]:
        today, order = selection.opening.today, selection.date_order
        told: date | None = None
        for sentence, parse in parsed:
            reading = self._sentences.read(sentence, parse, published=today, reference=told, date_order=order)
            yield reading
            told = reading.last_day

    def _story(self, selection: Selection, readings: tuple[Reading, ...]) -> _Story:
        """Tell the incidents apart; a note tells one, and nothing in it is too old to be told."""
        note = selection.note
        if note is None:
            strands = weave(readings, today=selection.opening.today)
        else:
            strands = gather(weave(readings, today=None), note, readings)
        sure = [strand for strand in strands if self._founds(strand, selection)]
        proven = [
            strand
            for strand in strands
            if strand in sure or founds_in_company(strand, sure, selection.topics, self._lexicon)
        ]
        return _Story(selection, readings, tuple(strands[:1]), tuple(with_aftermath(proven)))

    def _founds(self, strand: Strand, selection: Selection) -> bool:
        return founds_a_mention(
            strand,
            selection.topics,
            self._lexicon,
            is_note=selection.note is not None,
            include_crime=self._include_crime,
        )

    def _told(self, story: _Story, beside: Sequence[Reading]) -> Extraction:
        report, opening, note = story.selection.report, story.selection.opening, story.selection.note
        readings = sorted((*story.readings, *beside), key=lambda reading: reading.sentence.start)
        lead = [reading for reading in readings if reading.sentence in opening.sentences[:LEAD]]
        tellings: list[Telling] = []
        claims: list[Claim] = []
        accused = self._roster.accused(readings, story.founded)
        for position, strand in enumerate(story.founded):
            if note is None:
                _recall(strand, story.selection.topics, opening)
                strand.scope = self._round_ups.scope_of(strand)
            telling, proofs = self._teller.tell(
                report,
                strand,
                opening,
                lead=lead,
                entries=self._roster.entries(strand, accused.get(position, ()), report),
                note=note if strand in story.first else None,
            )
            tellings.append(telling)
            claims.extend(proofs)
        votes = self._nations.votes(report.text) if story.founded else ()
        named = (named.reference for reading in readings for named in reading.places)
        return Extraction(
            report_id=report.report_id,
            tellings=tuple(tellings),
            claims=tuple(claims),
            toponyms=(*votes, *named),
            actors=self._named_actors(tellings),
        )

    def _named_actors(self, tellings: Iterable[Telling]) -> tuple[Actor, ...]:
        participants = (one for telling in tellings for one in telling.account.participants)
        ids = sorted({one.actor_id for one in participants if one.actor_id})
        return tuple(self._lexicon.known_actors[actor_id] for actor_id in ids)


def _recall(strand: Strand, topics: Topics, opening: Opening) -> None:
    """Mark as background what has no recent day of its own in a report about the past, and the dead of a war."""
    if strand.status is not Status.HAPPENED:
        return
    counts = [piece.cue.count for piece in strand.pieces if isinstance(piece.cue, VictimCue) and piece.cue.count]
    is_war = strand.when is None and any(count.best >= WAR for count in counts)
    is_news = any(_is_recent(piece, opening.today) or _is_told_first(piece, strand, opening) for piece in strand.pieces)
    if is_war or (topics.recalls and not is_news):
        strand.status = Status.BACKGROUND


def _is_told_first(piece: Piece, strand: Strand, opening: Opening) -> bool:
    """Know the news by where it stands: violence to people that a report tells first, and on no older day."""
    if piece.reading.sentence.start != opening.sentences[0].start or piece.time is not None:
        return False
    cue = piece.cue
    if not isinstance(cue, VictimCue) or cue.rule != "harm-object" or cue.token.dep_ != "ROOT":
        return False
    return cue.is_violent or any(other.is_strong for other in strand.pieces)


def _is_recent(piece: Piece, today: date | None) -> bool:
    """Say whether a day of the last weeks hangs on a piece's own words."""
    if piece.when is None or piece.when.end is None or piece.time_closeness >= LOOSE:
        return False
    return today is None or 0 <= (today - piece.when.end).days <= RECENT_DAYS
