"""Which sentences of a report are worth a parse: most of most reports tell no incident."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from events.dates.expression import DateOrder
from events.dates.grammar import Grammar
from events.dates.numeric import order_of
from events.extract.modality.topic import Topics
from events.extract.notes import Note, is_labelled, read_note
from events.extract.text.furniture import Furniture
from events.extract.text.opening import Opening, open_report
from events.extract.text.sentences import Sentence, split_sentences
from events.extract.words.forms import words_of
from events.extract.words.lexicon import Lexicon
from schemas.report import Report

__all__ = ["LEAD", "Selection", "Selector"]

LEAD = 3  # sentences, the headline among them


@dataclass(frozen=True, slots=True)
class Selection:
    """A report cut into its sentences.

    `telling` are those that may tell an incident. The others are parsed only beside a told incident: `lead`
    opens the report and may say where it was, `blaming` may say who did it.
    """

    report: Report
    opening: Opening
    topics: Topics
    date_order: DateOrder | None = None
    note: Note | None = None
    telling: tuple[Sentence, ...] = ()
    lead: tuple[Sentence, ...] = ()
    blaming: tuple[Sentence, ...] = ()


class Selector:
    """Selects sentences by the words in them; `labels` are those that a coder's note may open with."""

    def __init__(
        self, lexicon: Lexicon, grammar: Grammar, *, labels: Mapping[str, str], date_order: DateOrder | None = None
    ) -> None:
        self._lexicon = lexicon
        self._grammar = grammar
        self._labels = labels
        self._date_order: DateOrder | None = date_order
        self._furniture = Furniture(lexicon.furniture)

    def select(self, report: Report) -> Selection:
        """Cut a report up; one without a word that can tell an incident is not even split."""
        topics = Topics(report.text, self._lexicon)
        if not self._may_tell(report.text) or topics.is_unreal:
            return Selection(report, Opening((), report.published), topics)
        every = tuple(split_sentences(report.text, self._furniture))
        opening = open_report(every, published=report.published, grammar=self._grammar)
        order = order_of(report.text) or self._date_order
        note = read_note(opening.sentences, labels=self._labels, grammar=self._grammar, order=order)
        if note is not None:
            opening = replace(opening, sentences=note.sentences)
            return Selection(report, opening, topics, order or note.order, note, telling=note.sentences)
        telling, lead, blaming = self._sorted(opening.sentences)
        return Selection(report, opening, topics, order, telling=telling, lead=lead, blaming=blaming)

    def _may_tell(self, text: str) -> bool:
        return self._lexicon.cue_forms.stand_in(words_of(text)) or is_labelled(text, self._labels)

    def _sorted(self, sentences: Sequence[Sentence]) -> tuple[tuple[Sentence, ...], ...]:
        """Give those that may tell, the others of the lead, and those that may say who did it."""
        telling, lead, blaming = [], [], []
        for position, sentence in enumerate(sentences):
            words = words_of(sentence.text)
            if self._lexicon.cue_forms.stand_in(words):
                telling.append(sentence)
            elif self._lexicon.blame_forms.stand_in(words):
                blaming.append(sentence)
            elif position < LEAD:
                lead.append(sentence)
        return tuple(telling), tuple(lead), tuple(blaming)
