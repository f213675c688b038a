"""No text costs more than its length: steps are counted, since a clock would count what else the machine does."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from events.extract.rules import RuleExtractor
from schemas.incident import Extraction
from schemas.report import Report
from tests.events.extract.growing import GROWING

MakeReport = Callable[[str], Report]
SHORT, TIMES = 2_000, 4
SLACK = 20_000  # steps: one sentence more or less
A_MEGABYTE = 1_000_000
CHEAP = ["no space", "digits", "quotes", "line breaks", "stops", "nested brackets", "a name", "fractions"]


def steps_of(extractor: RuleExtractor, report: Report) -> int:
    """Count the calls, of Python's and of C's functions, that extracting a report takes."""
    steps = 0

    def count(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal steps
        steps += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        list(extractor.extract([report]))
    finally:
        sys.setprofile(before)
    return steps


@pytest.mark.parametrize("grown", GROWING.values(), ids=GROWING.keys())
def test_four_times_the_text_takes_four_times_the_steps_at_most(
    extractor: RuleExtractor, make_report: MakeReport, grown: Callable[[int], str]
) -> None:
    list(extractor.extract([make_report("GUNMEN KILLED FIVE PEOPLE IN KANO.")]))  # loads the pipeline
    short, long = (steps_of(extractor, make_report(grown(SHORT * times))) for times in (1, TIMES))
    assert long < 1.15 * TIMES * short + SLACK


@pytest.mark.parametrize("name", CHEAP)
def test_a_megabyte_is_answered(extract: Callable[[str], Extraction], name: str) -> None:
    assert len(extract(GROWING[name](A_MEGABYTE)).tellings) <= 1


@pytest.mark.parametrize("name", GROWING)
def test_no_sentence_is_longer_than_a_parse_can_bear(
    extractor: RuleExtractor, make_report: MakeReport, name: str
) -> None:
    selection = extractor._selector.select(make_report(GROWING[name](SHORT * TIMES)))
    parsed = (*selection.telling, *selection.lead, *selection.blaming)
    assert sum(len(sentence.text) for sentence in parsed) <= len(selection.report.text)
    assert max((len(sentence.text) for sentence in parsed), default=0) <= 1_500
