"""A question is asked once; what is known is given without asking."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from events.places.online.asker import Asker
from events.places.online.cache import AnswerCache
from events.places.online.desk import AnswerDesk
from events.places.online.question import Question
from schemas.vocabulary import RejectReason
from tests.events.loopback import Loopback, Reply, Watch, nominatim_hit

Asking = Callable[..., Asker]

ZORBINKA, SHOUTED = Question(name="Zorbinka", country_code="XK"), Question(name="ZORBINKA", country_code="XK")
TRELOVAC = Question(name="Trelovac", country_code="XK")
HIT = nominatim_hit("Zorbinka", 42.9, 20.8)


def test_a_second_run_asks_nothing(asking: Asking, loopback: Loopback, cache: AnswerCache) -> None:
    loopback.knows(HIT)
    answers = AnswerDesk(cache, asking())([ZORBINKA, TRELOVAC, SHOUTED])
    assert [len(answers[question]) for question in (ZORBINKA, TRELOVAC, SHOUTED)] == [1, 0, 1]
    assert AnswerDesk(cache, asking())([SHOUTED, ZORBINKA, TRELOVAC]) == answers
    assert AnswerDesk(cache)([ZORBINKA, TRELOVAC, SHOUTED]) == answers
    assert loopback.names == ["Zorbinka", "Trelovac"]


def test_without_a_service_nothing_is_asked(cache: AnswerCache) -> None:
    desk = AnswerDesk(cache)
    assert desk([ZORBINKA]) == {ZORBINKA: ()}
    assert desk.unanswered() is None


def test_a_country_is_a_question_of_its_own(asking: Asking, loopback: Loopback, cache: AnswerCache) -> None:
    AnswerDesk(cache, asking())([ZORBINKA, Question(name="Zorbinka", country_code="RS"), Question(name="Zorbinka")])
    assert loopback.names == ["Zorbinka"] * 3


def test_where_names_go_is_said_once_and_before_they_go(asking: Asking, loopback: Loopback, cache: AnswerCache) -> None:
    heard: list[int] = []
    desk = AnswerDesk(cache, asking(), asking=lambda: heard.append(len(loopback.asked)))
    desk([])
    assert heard == []
    desk([ZORBINKA])
    desk([TRELOVAC])
    AnswerDesk(cache, asking(), asking=lambda: heard.append(9))([ZORBINKA])
    assert heard == [0]


def test_another_service_is_asked_only_where_nothing_was_found(
    asking: Asking, loopback: Loopback, cache: AnswerCache
) -> None:
    loopback.knows(HIT)
    AnswerDesk(cache, asking())([ZORBINKA, TRELOVAC])
    loopback.otherwise = Reply('{"features": []}')
    elsewhere = asking("photon", url=loopback.url.replace("127.0.0.1", "localhost"))
    AnswerDesk(cache, elsewhere)([ZORBINKA, TRELOVAC])
    assert [(one.path, one.values["q"]) for one in loopback.asked[2:]] == [("/api", "Trelovac")]


@pytest.mark.parametrize(("refresh", "asked"), [(None, 1), (30, 1), (9, 2), (0, 2)])
def test_old_answers_are_asked_again_when_wanted(
    *, asking: Asking, loopback: Loopback, cache: AnswerCache, watch: Watch, refresh: int | None, asked: int
) -> None:
    loopback.knows(HIT)
    AnswerDesk(cache, asking())([ZORBINKA])
    watch.time += timedelta(days=10)
    wanted = None if refresh is None else timedelta(days=refresh)
    desk = AnswerDesk(cache, asking(), now=watch.now, refresh=wanted)
    assert len(desk([ZORBINKA])[ZORBINKA]) == 1
    assert len(desk([ZORBINKA])[ZORBINKA]) == 1
    assert len(loopback.asked) == asked


def test_an_old_answer_serves_where_the_service_fails(
    asking: Asking, loopback: Loopback, cache: AnswerCache, watch: Watch
) -> None:
    loopback.knows(HIT)
    AnswerDesk(cache, asking())([ZORBINKA])
    loopback.replies["zorbinka"] = [Reply("down", 503)]
    watch.time += timedelta(days=10)
    desk = AnswerDesk(cache, asking(), now=watch.now, refresh=timedelta(days=1))
    assert len(desk([ZORBINKA])[ZORBINKA]) == 1
    assert desk.unanswered()


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (1, "a name was placed without one: Name 0."),
        (3, "3 names were placed without one: Name 0, Name 1, Name 2."),
        (9, "9 names were placed without one: Name 0, Name 1, Name 2, Name 3, Name 4 and 4 more."),
    ],
)
def test_what_was_not_answered_is_told_in_one_line(
    asking: Asking, loopback: Loopback, cache: AnswerCache, count: int, told: str
) -> None:
    loopback.otherwise = Reply("down", 503)
    desk = AnswerDesk(cache, asking())
    questions = [Question(name=f"Name {number}") for number in range(count)]
    assert all(places == () for places in desk(questions).values())
    asked = len(loopback.asked)
    assert all(places == () for places in desk(questions).values())
    assert len(loopback.asked) == asked
    reject = desk.unanswered()
    assert reject is not None
    assert (reject.path, reject.reason) == (loopback.url.removeprefix("http://"), RejectReason.UNANSWERED)
    assert reject.detail == f"It gave no answer (status 503); {told}"
