"""Words that somebody marked as a time are read even where nobody would look for one."""

from datetime import date

import pytest

from events.dates.known import read_marked
from schemas.span import Span

PUBLISHED = date(1998, 2, 13)

MARKED = [
    ("It began {Friday}.", "1998-02-13"),
    ("It went on from {Tuesday} to Thursday.", "1998-02-10"),
    ("Since {Monday} nobody has slept.", "1998-02-09"),
    ("Shots were heard {overnight}.", "1998-02-12"),
    ("A wall fell {three hours ago}.", "1998-02-13"),
    ("The gates open at {9 p.m.}", "1998-02-13"),
    ("WIRE {19980212} SLUG", "1998-02-12"),
    ("WIRE {02-12-98 1402EST} SLUG", "1998-02-12"),
    ("WIRE {12-Feb-98} SLUG", "1998-02-12"),
    ("It was signed {11/02/98}.", "1998-02-11"),
    ("It fell on 3 January; {the day before} a storm had come.", "1998-01-02"),
    ("Nobody knows {when}.", None),
    ("The score was {02-31-98}.", None),
]


@pytest.mark.parametrize(("marked", "day"), MARKED)
def test_marked_words_mean_a_day(marked: str, day: str | None) -> None:
    start, end = marked.index("{"), marked.index("}") - 1
    text = marked.replace("{", "").replace("}", "")
    (when,) = read_marked(text, [Span(start=start, end=end)], published=PUBLISHED)
    assert (str(when) if when else None) == day
