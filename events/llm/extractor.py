"""The extractor `llm`: a language model reads, affray holds every value against the report."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from events.dates.expression import DateOrder
from events.dates.grammar import read_grammar
from events.extract.kinds.typology import Typology
from events.extract.text.furniture import Furniture
from events.extract.text.opening import open_report
from events.extract.text.sentences import split_sentences
from events.extract.words.lexicon import Lexicon
from events.llm.answer import Answer, ToldEvent
from events.llm.cache import AnswerCache
from events.llm.caller import Caller, RequestDeniedError
from events.llm.choice import LlmChoice
from events.llm.endpoint import NEEDS_EXTRA, Endpoint, OpenAIEndpoint
from events.llm.grounding import Grounds
from events.llm.pieces import NumberedSentence, Piece, number_sentences, pieces_of
from events.llm.reading import AnswerReader, ReadEvent, reject_of
from events.llm.request import repair_of, request_for
from events.llm.verdict import judged
from schemas.actor import Actor
from schemas.codebook import load_codebook
from schemas.errors import MissingExtraError, ModelStopError, UsageError
from schemas.incident import Extraction
from schemas.model_call import ModelCall
from schemas.report import Reject, Report
from schemas.span import Span
from schemas.vocabulary import CallOutcome

__all__ = ["LlmExtractor"]

DEFAULT_CACHE = "answers.jsonl"


@dataclass
class _Told:
    """What the model said of one report: events by piece, the calls made, what was set aside."""

    events: list[tuple[Piece, ToldEvent]] = field(default_factory=list)
    calls: list[ModelCall] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    is_whole: bool = True


class LlmExtractor:
    """Asks a model for quotes and enters what stands in the report; the same answers give the same claims.

    `endpoint`, `sleep` and `now` are the network, the pause and the clock. The reports of one call are asked about
    side by side, as many at once as the choice says. It reads any language, though days and number words that
    are not English are told by no rule and stay out.
    """

    name = "llm"
    version = "1"
    languages = None

    def __init__(
        self,
        *,
        pipeline: str,  # noqa: ARG002 -- for those that parse
        codebook: Path | None = None,
        date_order: DateOrder | None = None,
        include_crime: bool = False,
        llm: LlmChoice | None = None,
        endpoint: Callable[[LlmChoice], Endpoint] = OpenAIEndpoint,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        tell: Callable[[str], object] = sys.stderr.write,
    ) -> None:
        if llm is None:
            raise UsageError(
                "The extractor llm needs a table [llm] in affray.toml beside the dataset; see docs/llm.md."
            )
        if endpoint is OpenAIEndpoint and not llm.replay and find_spec("openai") is None:
            raise MissingExtraError(NEEDS_EXTRA)
        self._choice = llm
        self._include_crime = include_crime
        self._lexicon = Lexicon(codebook)
        self._grammar = read_grammar(codebook)
        self._furniture = Furniture(self._lexicon.furniture)
        typology = Typology(load_codebook("event_types", overlay=codebook))
        self._reader = AnswerReader(typology, self._lexicon, self._grammar, extractor=self.name, date_order=date_order)
        cache = AnswerCache(Path(llm.cache or DEFAULT_CACHE))
        self._caller = Caller(llm, partial(endpoint, llm), cache, sleep=sleep, now=now, tell=tell)

    def extract(self, reports: Iterable[Report]) -> Iterator[Extraction]:
        """Give each report's tellings and claims, in the order of the reports.

        Raises:
            ModelStopError: no model can be asked any more; the reports before are given.

        """
        stream = iter(reports)
        with ThreadPoolExecutor(max_workers=self._choice.concurrency) as pool:
            while some := list(islice(stream, self._choice.concurrency)):
                futures = [pool.submit(self._ask_about, report) for report in some]
                stop: ModelStopError | None = None
                calls: list[ModelCall] = []
                for report, future in zip(some, futures, strict=True):
                    try:
                        told = future.result()
                    except ModelStopError as error:
                        stop = stop or error
                        calls.extend(error.calls)
                        continue
                    if stop is None:
                        yield self._extraction(report, told)
                    else:  # its answers are in the cache
                        calls.extend(told.calls)
                if stop is not None:
                    raise ModelStopError(str(stop), calls=tuple(calls))

    def _ask_about(self, report: Report) -> _Told:
        told = _Told()
        for piece in pieces_of(number_sentences(report.text), longest=self._choice.piece_characters):
            try:
                answer = self._ask(report, piece, told)
            except ModelStopError as stop:
                raise ModelStopError(str(stop), calls=tuple(told.calls)) from stop
            if answer is None:
                told.is_whole = False
            else:
                told.events.extend((piece, event) for event in answer.events)
        return told

    def _ask(self, report: Report, piece: Piece, told: _Told) -> Answer | None:
        """Ask about a piece, once more where the answer cannot be read; None where neither can."""
        call = ModelCall(report_id=report.report_id, span_start=piece.start, span_end=piece.end)
        request = request_for(report, piece, self._choice, include_crime=self._include_crime)
        try:
            raw = self._caller.ask(request, call, told.calls.append)
            answer, outcome, fault = judged(raw)
            if answer is None and outcome is CallOutcome.MALFORMED:
                told.calls[-1] = told.calls[-1].model_copy(update={"outcome": outcome, "detail": fault})
                repair = repair_of(request, raw.content, fault)
                again = call.model_copy(update={"attempt": told.calls[-1].attempt})
                raw = self._caller.ask(repair, again, told.calls.append)
                answer, outcome, fault = judged(raw)
        except RequestDeniedError as error:
            told.rejects.append(reject_of(report, "answer", "", f"the server refuses the request ({error})"))
            return None
        if answer is None:
            told.calls[-1] = told.calls[-1].model_copy(update={"outcome": outcome, "detail": fault})
            told.rejects.append(reject_of(report, "answer", raw.content, fault))
        return answer

    def _extraction(self, report: Report, told: _Told) -> Extraction:
        """Hold what was told against the report; a report of which a piece was not read is read by nobody."""
        calls, rejects = tuple(told.calls), list(told.rejects)
        if not told.is_whole:
            return Extraction(report_id=report.report_id, rejects=tuple(rejects), calls=calls, is_read=False)
        sentences = number_sentences(report.text)
        grounds = Grounds(report.text, sentences)
        today = self._today(report)
        kept: list[tuple[Piece, ReadEvent]] = []
        for piece, event in told.events:
            read = self._reader.read(event, report, grounds, rejects, today=today)
            if read is not None and not _is_told_already(piece, read, kept, grounds):
                kept.append((piece, read))
        actors: dict[Actor, None] = {actor: None for _, read in kept for actor in read.actors}
        return Extraction(
            report_id=report.report_id,
            tellings=tuple(read.telling for _, read in kept),
            claims=tuple(claim for _, read in kept for claim in read.claims),
            actors=tuple(actors),
            rejects=tuple(rejects),
            calls=calls,
        )

    def _today(self, report: Report) -> date | None:
        sentences = list(split_sentences(report.text, self._furniture))
        return open_report(sentences, published=report.published, grammar=self._grammar).today


def _is_told_already(piece: Piece, event: ReadEvent, kept: Sequence[tuple[Piece, ReadEvent]], grounds: Grounds) -> bool:
    """Know an event by the span of its trigger, or by its sentence where another piece shows that, too."""
    trigger = event.telling.trigger
    for other_piece, other in kept:
        if other.telling.trigger.overlaps(trigger):
            return True
        shared = other_piece is not piece and _sentence(grounds, other.telling.trigger) == _sentence(grounds, trigger)
        if shared and other.telling.account.sub_event_type == event.telling.account.sub_event_type:
            return True
    return False


def _sentence(grounds: Grounds, span: Span) -> NumberedSentence:
    return grounds.sentence_at(span.start)
