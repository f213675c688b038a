"""A bare weekday, or a day without its year, is the next one where the words around it tell of what is to come."""

from datetime import date

import pytest

from events.dates.find import find_times

WEDNESDAY = date(2024, 5, 15)

DAYS = [
    # the verb before it
    ("A court will hear the case Friday.", ["2024-05-17"]),
    ("A court heard the case Friday.", ["2024-05-10"]),
    ("The envoy is expected to land on Thursday.", ["2024-05-16"]),
    ("The hearing, set for Monday, was moved to Tuesday.", ["2024-05-20", "2024-05-14"]),
    # the nearest one decides
    ("The union said Monday that it will strike Thursday.", ["2024-05-13", "2024-05-16"]),
    ("He was seized on Sunday and is to be freed on Saturday.", ["2024-05-12", "2024-05-18"]),
    ("The vote that was put off on Friday will be held on Sunday.", ["2024-05-10", "2024-05-19"]),
    # what is done to somebody has not happened yet
    ("The dead will be buried Friday.", ["2024-05-17"]),
    ("A vote may be held Friday.", ["2024-05-17"]),
    ("Villagers may have been killed Friday.", ["2024-05-10"]),
    # what is going on or settled
    ("They are meeting Friday.", ["2024-05-17"]),
    ("He'll be here Friday.", ["2024-05-17"]),
    ("They're marching Friday.", ["2024-05-17"]),
    ("She was meeting them Friday.", ["2024-05-10"]),
    # a time before its verb
    ("On Friday the court will hear the case.", ["2024-05-17"]),
    ("On Friday the court heard the case.", ["2024-05-10"]),
    # only the same sentence counts
    ("The court will sit. Gunmen came on Friday.", ["2024-05-10"]),
    ("The court sat. A vote is due on Friday.", ["2024-05-17"]),
    ("Shots were heard at 5 p.m. Friday.", ["2024-05-10"]),
    # nothing tells: it has happened
    ("Friday, a quiet day.", ["2024-05-10"]),
    # "May 3" is no modal, and the day of publication counts both ways
    ("Rebels struck on May 3 and on Friday.", ["2024-05-03", "2024-05-10"]),
    ("The march will begin on Wednesday.", ["2024-05-15"]),
    ("The march began on Wednesday.", ["2024-05-15"]),
    # "this" leans forward, unless it has happened
    ("This Friday, a vote.", ["2024-05-17"]),
    ("He was freed this Monday.", ["2024-05-13"]),
    # days without a year
    ("The plan was turned down Sept. 14.", ["2023-09-14"]),
    ("The plan takes effect Sept. 14.", ["2024-09-14"]),
    ("The loan matures Jan. 15.", ["2025-01-15"]),
    ("He will be tried for the Jan. 15 raid.", ["2024-01-15"]),
    ("The dam broke on the 20th.", ["2024-04-20"]),
    ("The dam will be opened on the 20th.", ["2024-05-20"]),
]


@pytest.mark.parametrize(("sentence", "days"), DAYS)
def test_the_words_around_a_day_say_which_way_it_faces(sentence: str, days: list[str]) -> None:
    assert [str(time.when) for time in find_times(sentence, published=WEDNESDAY)] == days


def test_whoever_knows_which_way_it_faces_may_say_so() -> None:
    (time,) = find_times("A court heard the case Friday.", published=WEDNESDAY, facing="future")
    assert str(time.when) == "2024-05-17"


COUNTED = [
    ("He was hit on Friday. Two days later he died.", ["2024-05-10", "2024-05-12"]),
    ("He was hit on Friday, the day before the vote.", ["2024-05-10"]),
    ("He was hit on Friday and died the next day.", ["2024-05-10", "2024-05-11"]),
    (
        "Rebels came on 2 May. The following day they left. A day later others came.",
        ["2024-05-02", "2024-05-03", "2024-05-04"],
    ),
    ("It began on 2 May. Two days after that they left.", ["2024-05-02", "2024-05-04"]),
    # the day of the telling is counted from only backward, and in its own sentence
    ("He was hit on Friday, police said Sunday, and died the next day.", ["2024-05-10", "2024-05-12", "2024-05-11"]),
    ("His wife said Sunday that he had left the day before.", ["2024-05-12", "2024-05-11"]),
    ("His wife told reporters on Monday that he was taken two days earlier.", ["2024-05-13", "2024-05-11"]),
    (
        "He was hit on Friday. Police said so on Monday. He had been warned two days earlier.",
        ["2024-05-10", "2024-05-13", "2024-05-08"],
    ),
]


@pytest.mark.parametrize(("text", "days"), COUNTED)
def test_words_count_from_the_day_that_was_told_last(text: str, days: list[str]) -> None:
    assert [str(time.when) for time in find_times(text, published=WEDNESDAY)] == days


def test_joined_or_each_by_itself() -> None:
    text = "Fighting went on from Friday to Sunday."
    assert [str(time.when) for time in find_times(text, published=WEDNESDAY)] == ["2024-05-10/2024-05-12"]
    each = find_times(text, published=WEDNESDAY, joined=False)
    assert [str(time.when) for time in each] == ["2024-05-10", "2024-05-12"]
