"""Only sentences that may say something of an incident are parsed."""

from collections.abc import Callable, Sequence

import pytest

from events.dates.grammar import read_grammar
from events.extract.grammar.parse import Parser
from events.extract.grammar.syntax import Parse
from events.extract.selection import Selection, Selector
from events.extract.words.lexicon import Lexicon
from schemas.incident import Extraction
from schemas.report import Report

Select = Callable[[str], Selection]
QUIET = "The two presidents met in Geneva on Monday. They spoke of trade. They dined. They parted."
NOVEL = "The novel's hero is a spy, and the novel ends when gunmen kill him. It is the author's third novel."

PARSED = [
    (QUIET, []),
    (NOVEL, []),
    (f"{QUIET} It was a blast, one guest said.", ["It was a blast, one guest said."]),
    (
        "The mayor of Kano called a meeting. It rained. He wept. He left. Gunmen killed a guard near Zaria on Friday.",
        ["Gunmen killed a guard near Zaria on Friday."],
    ),
    (
        "The mayor of Kano called a meeting. It rained. He wept. He left. Gunmen killed a guard on Friday.",
        ["Gunmen killed a guard on Friday.", "The mayor of Kano called a meeting.", "It rained.", "He wept."],
    ),
    (
        "Gunmen killed a guard near Zaria on Friday. It rained. It rained. It rained. The ministry blamed the rebels.",
        ["Gunmen killed a guard near Zaria on Friday.", "The ministry blamed the rebels."],
    ),
]


@pytest.fixture(scope="module")
def select(lexicon: Lexicon, make_report: Callable[[str], Report]) -> Select:
    selector = Selector(lexicon, read_grammar(), labels={})
    return lambda text: selector.select(make_report(text))


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch, parser: Parser) -> list[str]:
    """Note the sentences that are parsed from here on."""
    noted: list[str] = []
    parse = parser.parse

    def note(sentences: Sequence[str]) -> list[Parse]:
        noted.extend(sentences)
        return parse(sentences)

    monkeypatch.setattr(parser, "parse", note)
    return noted


@pytest.mark.parametrize(("text", "sentences"), PARSED)
def test_what_is_parsed_may_tell_an_incident_or_where_it_was_or_who_did_it(
    extract: Callable[[str], Extraction], parsed: list[str], text: str, sentences: list[str]
) -> None:
    extract(text)
    assert parsed == sentences


def test_a_report_without_a_word_that_tells_is_not_even_split(select: Select) -> None:
    assert select(QUIET).opening.sentences == ()


def test_each_sentence_is_selected_once(select: Select) -> None:
    selection = select("Rebels claimed it. Gunmen killed five and claimed it. He slept. He slept. Who claimed it?")
    chosen = [*selection.telling, *selection.lead, *selection.blaming]
    assert len({sentence.start for sentence in chosen}) == len(chosen)
