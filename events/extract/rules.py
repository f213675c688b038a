"""The built-in extractor: rules over a dependency parse, offline, the same answer every time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from events.dates.expression import DateOrder
from events.dates.grammar import read_grammar
from events.dates.numeric import order_of
from events.extract.crowds import CrowdReader
from events.extract.cues import VictimCue
from events.extract.forms import words_of
from events.extract.founding import founds_a_mention
from events.extract.furniture import Furniture
from events.extract.lexicon import Lexicon
from events.extract.nations import NationFinder
from events.extract.notes import Note, gather, is_labelled, read_note
from events.extract.opening import Opening, open_report
from events.extract.parse import Parser
from events.extract.phrases import Token
from events.extract.reading import Reading, SentenceReader
from events.extract.roster import Roster
from events.extract.sentences import Sentence, split_sentences
from events.extract.strands import Strand, weave
from events.extract.telling import Teller
from events.extract.topic import Topics
from events.extract.typology import Typology
from schemas.claim import Claim
from schemas.codebook import load_codebook
from schemas.incident import Extraction, Telling
from schemas.report import Report
from schemas.vocabulary import Status

__all__ = ["RuleExtractor"]

LEAD = 3  # sentences, the headline among them
WAR = 1_000  # so many dead on no day that is told are a war's
REPORTS_AT_ONCE = 32  # parsed together; the parse does not depend on it


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A report cut into its sentences; `telling` are those worth a parse."""

    report: Report
    opening: Opening
    telling: tuple[Sentence, ...]
    note: Note | None = None


class RuleExtractor:
    """Reads what a report tells by trigger words, syntax and the codebooks."""

    name = "rules"
    version = "1"

    def __init__(self, *, pipeline: str, codebook: Path | None = None, date_order: DateOrder | None = None) -> None:
        self._lexicon = Lexicon(codebook)
        self._furniture = Furniture(self._lexicon.furniture)
        self._parser = Parser(pipeline, common_words=self._lexicon.common_words, names=self._lexicon.cased_names)
        self._grammar = read_grammar(codebook)
        self._date_order: DateOrder | None = date_order
        self._nations = NationFinder(self._lexicon)
        self._sentences = SentenceReader(self._lexicon, self._grammar)
        self._roster = Roster(self._lexicon)
        self._typology = Typology(load_codebook("event_types", overlay=codebook))
        self._teller = Teller(self._typology, CrowdReader(self._lexicon), extractor=self.name)

    def extract(self, reports: Iterable[Report]) -> Iterator[Extraction]:
        """Give each report's tellings and claims, in the order of the reports."""
        stream = iter(reports)
        while some := list(islice(stream, REPORTS_AT_ONCE)):
            yield from self._extract(some)

    def _extract(self, reports: Sequence[Report]) -> list[Extraction]:
        prepared = [self._prepare(report) for report in reports]
        parsed = iter(self._parser.parse([sentence.text for entry in prepared for sentence in entry.telling]))
        return [self._told(entry, list(islice(parsed, len(entry.telling)))) for entry in prepared]

    def _prepare(self, report: Report) -> _Prepared:
        """Cut a report up; one without a word that can tell an incident is not even split."""
        is_telling = self._lexicon.cue_forms.stand_in(words_of(report.text))
        if not is_telling and not is_labelled(report.text, self._typology.labels):
            return _Prepared(report, Opening((), report.published), ())
        every = tuple(split_sentences(report.text, self._furniture))
        opening = open_report(every, published=report.published, grammar=self._grammar)
        note = read_note(
            opening.sentences,
            labels=self._typology.labels,
            grammar=self._grammar,
            order=order_of(report.text) or self._date_order,
        )
        if note is not None:
            opening = replace(opening, sentences=note.sentences)
            return _Prepared(report, opening, note.sentences, note)
        return _Prepared(report, opening, tuple(self._telling(opening.sentences)))

    def _telling(self, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
        """Give the sentences that may tell an incident and, if there are any, the lead, which says where it was."""
        words = [words_of(sentence.text) for sentence in sentences]
        telling = [self._lexicon.cue_forms.stand_in(some) for some in words]
        if any(telling):
            for position, sentence in enumerate(sentences):
                if position < LEAD or telling[position] or self._lexicon.blame_forms.stand_in(words[position]):
                    yield sentence

    def _told(self, entry: _Prepared, docs: Sequence[Token]) -> Extraction:
        report, opening = entry.report, entry.opening
        topics = Topics(report.text, self._lexicon)
        if not docs or topics.is_unreal:
            return Extraction(report_id=report.report_id)
        order = order_of(report.text) or self._date_order or (entry.note.order if entry.note else None)
        readings = [
            self._sentences.read(sentence, doc, published=opening.today, date_order=order)
            for sentence, doc in zip(entry.telling, docs, strict=True)
        ]
        return self._extraction(entry, readings, topics)

    def _extraction(self, entry: _Prepared, readings: Sequence[Reading], topics: Topics) -> Extraction:
        lead = [reading for reading in readings if reading.sentence in entry.opening.sentences[:LEAD]]
        tellings: list[Telling] = []
        claims: list[Claim] = []
        strands = self._strands(entry, readings)
        is_note = entry.note is not None
        founded = [s for s in strands if founds_a_mention(s, topics, self._lexicon, is_note=is_note)]
        accused = self._roster.accused(readings, founded)
        for position, strand in enumerate(founded):
            if not is_note:
                _recall(strand, topics)
            telling, proofs = self._teller.tell(
                entry.report,
                strand,
                entry.opening,
                lead=lead,
                entries=self._roster.entries(strand, accused.get(position, ()), entry.report),
                note=entry.note if strand is strands[0] else None,
            )
            tellings.append(telling)
            claims.extend(proofs)
        votes = self._nations.votes(entry.report.text)
        named = (named.reference for reading in readings for named in reading.places)
        return Extraction(
            report_id=entry.report.report_id,
            tellings=tuple(tellings),
            claims=tuple(claims),
            toponyms=(*votes, *named),
        )

    def _strands(self, entry: _Prepared, readings: Sequence[Reading]) -> list[Strand]:
        """Tell the incidents apart; a note tells one, and nothing in it is too old to be told."""
        if entry.note is None:
            return weave(readings, today=entry.opening.today)
        return gather(weave(readings, today=None), entry.note, readings)


def _recall(strand: Strand, topics: Topics) -> None:
    """Mark as background what is told without a day in a report about the past, or with the dead of a war."""
    if strand.when is not None or strand.status is not Status.HAPPENED:
        return
    counts = [piece.cue.count for piece in strand.pieces if isinstance(piece.cue, VictimCue) and piece.cue.count]
    if topics.recalls or any(count.best >= WAR for count in counts):
        strand.status = Status.BACKGROUND
