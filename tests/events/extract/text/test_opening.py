"""A dateline says where and when a report was written, and is no part of its first sentence."""

from datetime import date

import pytest

from events.extract.text.furniture import Furniture
from events.extract.text.opening import Opening, open_report
from events.extract.text.sentences import split_sentences

MONDAY = date(2023, 9, 25)

# a report, the dateline's place, the day that "today" means, and the first words after the dateline
CASES = [
    ("KANO, Sept 24 (Example Wire) - A bomb went off.", "KANO", date(2023, 9, 24), "A bomb"),
    ("KANO, Nigeria, Sept 24 (Example Wire) - A bomb went off.", "KANO", date(2023, 9, 24), "A bomb"),
    ("Five die in Kano\n\nKANO, Sept 24 (Example Wire) - A bomb went off.", "KANO", date(2023, 9, 24), "A bomb"),
    ("KANO, Sept 24, 2013 (Example Wire) - A bomb went off.", "KANO", MONDAY, "A bomb"),
]

WITHOUT = [
    "A bomb went off in Kano on Friday - nobody was hurt.",
    "Gunmen killed five people. KANO is calm.",
]


def opened(furniture: Furniture, text: str, published: date | None = MONDAY) -> Opening:
    return open_report(tuple(split_sentences(text, furniture)), published=published)


@pytest.mark.parametrize(("text", "place", "today", "first"), CASES)
def test_a_dateline_is_read_and_cut_off(furniture: Furniture, text: str, place: str, today: date, first: str) -> None:
    opening = opened(furniture, text)
    assert opening.place is not None
    assert (opening.place.name, opening.place.relation) == (place, "dateline")
    assert opening.place.span.of(text) == place
    assert opening.today == today
    assert opening.sentences[-1].text.lstrip(" -").startswith(first)


@pytest.mark.parametrize("text", [text for text, *_ in CASES])
def test_what_is_left_stands_where_it_stood(furniture: Furniture, text: str) -> None:
    for sentence in opened(furniture, text).sentences:
        assert sentence.span(0, len(sentence.text)).of(text) == sentence.text


@pytest.mark.parametrize("text", WITHOUT)
def test_a_report_without_a_dateline_is_left_as_it_is(furniture: Furniture, text: str) -> None:
    opening = opened(furniture, text)
    assert opening.place is None
    assert opening.today == MONDAY
    assert opening.sentences == tuple(split_sentences(text, furniture))


def test_the_datelines_day_serves_a_report_without_another(furniture: Furniture) -> None:
    opening = opened(furniture, "KANO, Sept 24, 2013 (Example Wire) - A bomb went off.", published=None)
    assert opening.today == date(2013, 9, 24)


def test_no_sentences_open_nothing() -> None:
    assert open_report((), published=None) == Opening((), None)
