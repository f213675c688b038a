"""The built-in extractor: rules over a dependency parse, offline, the same answer every time."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from events.dates.numeric import order_of
from events.extract.cast import cast
from events.extract.cues import EventCue, VictimCue
from events.extract.furniture import Furniture
from events.extract.lexicon import Lexicon
from events.extract.opening import Opening, open_report
from events.extract.parse import Parser
from events.extract.reading import Reading, SentenceReader
from events.extract.sentences import Sentence, split_sentences
from events.extract.strands import Strand, weave
from events.extract.telling import Teller
from events.extract.ties import LOOSE
from events.extract.typology import Typology
from schemas.claim import Claim
from schemas.codebook import load_codebook
from schemas.incident import Extraction, Telling
from schemas.report import Report
from schemas.vocabulary import Status

__all__ = ["RuleExtractor"]

QUIET_TOPIC = 3  # words of another topic that outweigh a report's violent ones
TOPIC_SHARE = 0.025  # of a report's words: one in forty
TOPIC_WINDOW = 20_000  # characters; what a report is about shows early
LEAD = 3  # sentences, the headline among them
LEAST_TOLD = 1
LEAST_HITS = 2  # one word is no topic
UNREAL = ("fiction", "exercise")
MISHAPS = ("accident", "disaster", "disease")
WORDS = re.compile(r"[a-z]+(?:-[a-z]+)*")


class RuleExtractor:
    """Reads what a report tells by trigger words, syntax and the codebooks."""

    name = "rules"
    version = "1"

    def __init__(self, *, pipeline: str, codebook: Path | None = None) -> None:
        self._lexicon = Lexicon(codebook)
        self._furniture = Furniture(self._lexicon.furniture)
        self._parser = Parser(pipeline, common_words=self._lexicon.common_words)
        self._sentences = SentenceReader(self._lexicon)
        self._teller = Teller(Typology(load_codebook("event_types", overlay=codebook)), extractor=self.name)

    def extract(self, reports: Iterable[Report]) -> Iterator[Extraction]:
        """Give each report's tellings and claims, in the order of the reports."""
        for report in reports:
            yield self._extract(report)

    def _extract(self, report: Report) -> Extraction:
        if self._lexicon.cue_pattern.search(report.text) is None:
            return Extraction(report_id=report.report_id)
        every = tuple(split_sentences(report.text, self._furniture))
        opening = open_report(every, published=report.published)
        sentences = list(self._telling(opening))
        if not sentences:
            return Extraction(report_id=report.report_id)
        order = order_of(report.text)
        with self._parser.parsed([sentence.text for sentence in sentences]) as docs:
            readings = [
                self._sentences.read(sentence, doc, published=opening.today, date_order=order)
                for sentence, doc in zip(sentences, docs, strict=True)
            ]
            return self._told(report, readings, opening)

    def _telling(self, opening: Opening) -> Iterator[Sentence]:
        """Give the sentences that may tell an incident and, if there are any, the lead, which says where it was."""
        telling = [self._may_tell(sentence) for sentence in opening.sentences]
        if any(telling):
            for position, sentence in enumerate(opening.sentences):
                if position < LEAD or telling[position]:
                    yield sentence

    def _may_tell(self, sentence: Sentence) -> bool:
        return self._lexicon.cue_pattern.search(sentence.text) is not None

    def _told(self, report: Report, readings: list[Reading], opening: Opening) -> Extraction:
        tellings: list[Telling] = []
        claims: list[Claim] = []
        lead = [reading for reading in readings if reading.sentence in opening.sentences[:LEAD]]
        recalls = self._recalls(report)
        if any(self._share(report, self._lexicon.contexts[topic]) >= TOPIC_SHARE for topic in UNREAL):
            return Extraction(report_id=report.report_id)
        mishap = any(self._share(report, self._lexicon.contexts[topic]) >= TOPIC_SHARE for topic in MISHAPS)
        for strand in weave(readings, today=opening.today):
            if self._founds(strand, mishap=mishap) and _is_borne_out(strand) and not self._is_match(report, strand):
                if recalls and strand.when is None and strand.status is Status.HAPPENED:
                    strand.status = Status.BACKGROUND
                telling, proofs = self._teller.tell(report, strand, opening, lead=lead)
                tellings.append(telling)
                claims.extend(proofs)
        toponyms = [vote for reading in readings for vote in reading.votes]
        toponyms += [named.reference for reading in readings for named in reading.places]
        return Extraction(
            report_id=report.report_id,
            tellings=tuple(tellings),
            claims=tuple(claims),
            toponyms=tuple(toponyms),
        )

    def _founds(self, strand: Strand, *, mishap: bool) -> bool:
        """Say whether a strand's words prove an incident: violence that is told, not words that may mean it.

        A crash or an earthquake kills, too: "died" and "explosion" count only beside violent words, and
        only where no accident, disaster, disease or match is told.
        """
        strong = any(isinstance(p.cue, EventCue) and p.cue.trigger.is_strong for p in strand.events)
        violent = any(isinstance(p.cue, VictimCue) and self._is_violent(p.cue) for p in strand.victims)
        violent = violent and (strong or not mishap)
        if not strong and not violent and not (strand.events and strand.victims):
            return False
        hits = self._topic_hits(strand)
        if hits == 0:
            return True
        harmed = violent or any(isinstance(p.cue, VictimCue) for p in strand.victims)
        return (strong and harmed and hits < QUIET_TOPIC) or (strong and hits == 1)

    def _recalls(self, report: Report) -> bool:
        """Know a report about a trial or an anniversary by how often it says so."""
        return self._share(report, self._lexicon.stances["historical"]) >= TOPIC_SHARE

    def _is_match(self, report: Report, strand: Strand) -> bool:
        """Know the battles of a football match, where nobody is killed."""
        harmed = any(isinstance(p.cue, VictimCue) and p.cue.count for p in strand.victims)
        return not harmed and self._share(report, self._lexicon.contexts["sport"]) >= TOPIC_SHARE

    def _share(self, report: Report, topic: frozenset[str]) -> float:
        words = WORDS.findall(report.text[:TOPIC_WINDOW].lower())
        hits = sum(word in topic for word in words)
        return hits / len(words) if hits >= LEAST_HITS else 0.0

    def _is_violent(self, cue: VictimCue) -> bool:
        """Know violence by its word, by who does it, and by "killed", which accidents share with it."""
        if cue.is_violent or any(phrase.is_armed for phrase in cue.agents):
            return True
        people = [phrase for phrase in cue.agents if phrase.noun is not None and not phrase.is_thing]
        return cue.rule == "harm-object" and (not cue.agents or bool(people))

    def _topic_hits(self, strand: Strand) -> int:
        """Count the words of the strongest other topic in the strand's sentences."""
        readings = {id(piece.reading): piece.reading for piece in strand.pieces}
        words = [token.lower_ for reading in readings.values() for token in reading.doc]
        return max(sum(word in topic for word in words) for topic in self._lexicon.contexts.values())


def _is_borne_out(strand: Strand) -> bool:
    """Ask that two of day, place, victims and participants are told: a metaphor has none of them.

    "It was a massacre, one welder said" tells nothing that could be coded.
    """
    told = [
        strand.when is not None,
        any(closeness < LOOSE for piece in strand.pieces for closeness, _ in piece.places),
        any(isinstance(piece.cue, VictimCue) and piece.cue.count for piece in strand.pieces),
        bool(cast(strand.pieces)),
    ]
    return sum(told) >= LEAST_TOLD
