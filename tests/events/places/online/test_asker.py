"""A service is asked politely: at its pace, by name, again with back-off, and not when it refuses."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from events.places.online.asker import Asker, NoAnswerError
from events.places.online.cache import AnswerCache
from events.places.online.question import Question
from tests.events.loopback import Loopback, Reply, Watch, nominatim_hit, photon_hit

Asking = Callable[..., Asker]

ZORBINKA = Question(name="Zorbinka", country_code="XK")
HIT = nominatim_hit("Zorbinka", 42.9, 20.8)
WHOLE = Reply(json.dumps([HIT]))


def test_a_question_names_who_asks_and_says_a_name_and_a_country_and_no_more(
    asking: Asking, loopback: Loopback
) -> None:
    loopback.knows(HIT)
    (found,) = asking().ask(ZORBINKA)
    assert found.place.place_id == "osm:node/7"
    path, values, agent = loopback.asked[-1]
    assert (path, agent) == ("/search", "Tests, tests@example.org")
    assert values == {
        "q": "Zorbinka", "format": "json", "limit": "10", "viewbox": "20.0,42.0,22.0,43.0", "addressdetails": "1",
        "namedetails": "1", "extratags": "True", "accept-language": "en",
    }  # fmt: skip


def test_photon_is_asked_in_its_own_way(asking: Asking, loopback: Loopback) -> None:
    features = {"type": "FeatureCollection", "features": [photon_hit("Zorbinka", 42.9, 20.8)]}
    loopback.replies["zorbinka"] = [Reply(json.dumps(features))]
    (found,) = asking("photon").ask(ZORBINKA)
    assert (found.place.source, found.place.place_id) == ("photon", "osm:node/7")
    assert loopback.asked[0].path == "/api"
    assert loopback.asked[0].values == {"q": "Zorbinka", "limit": "10", "lang": "en", "lon": "21.0", "lat": "42.5"}


@pytest.mark.parametrize(
    ("service", "nothing"),
    [("nominatim", "[]"), ("photon", '{"features": []}'), ("geonames", '{"geonames": []}')],
)
def test_nothing_found_is_an_answer_that_is_kept(
    asking: Asking, loopback: Loopback, cache: AnswerCache, service: str, nothing: str
) -> None:
    loopback.otherwise = Reply(nothing)
    assert asking(service).ask(ZORBINKA) == ()
    (answer,) = cache.known([ZORBINKA])[ZORBINKA.key, "XK"]
    assert answer.found == ()


@pytest.mark.parametrize(("service", "seconds"), [("nominatim", 1.0), ("photon", 1.0), ("geonames", 3.6)])
def test_the_pace_is_kept(asking: Asking, loopback: Loopback, watch: Watch, service: str, seconds: float) -> None:
    loopback.otherwise = Reply('{"features": [], "geonames": []}' if service != "nominatim" else "[]")
    asker = asking(service)
    for number in range(4):
        asker.ask(Question(name=f"Name {number}"))
    assert watch.slept == pytest.approx([0.0, seconds, seconds, seconds])


def test_two_builds_at_once_keep_the_pace_of_one(asking: Asking, watch: Watch) -> None:
    one, other = asking(), asking()
    for number in range(3):
        one.ask(Question(name=f"One {number}"))
        other.ask(Question(name=f"Other {number}"))
    assert watch.slept == pytest.approx([0.0, 1.0, 1.0, 1.0, 1.0, 1.0])


@pytest.mark.parametrize(
    ("failure", "waits"),
    [
        (Reply("busy", 429), [0, 2, 0]),
        (Reply("busy", 429, {"Retry-After": "30"}), [0, 30, 0]),
        (Reply("down", 503, {"Retry-After": "7"}), [0, 7, 0]),
        (Reply("oops", 500), [0, 2, 0]),
        (Reply("bad gateway", 502), [0, 2, 0]),
        (Reply("<html>nonsense", 200), [0, 2, 0]),
        (Reply('{"features": 7}', 200), [0, 2, 0]),
        (Reply("[[1, 2], [3, 4]]", 200), [0, 2, 0]),
        (Reply('["Zorbinka"]', 200), [0, 2, 0]),
        (Reply("[" * 100_000, 200), [0, 2, 0]),
        (Reply(json.dumps([nominatim_hit("Zorbinka", 420.9, 20.8)])), [0, 2, 0]),
        (Reply("[" + " " * 4_000_000 + "]"), [0, 2, 0]),
    ],
    ids=lambda value: str(value)[:60],
)
def test_what_fails_once_is_tried_again(
    asking: Asking, loopback: Loopback, watch: Watch, failure: Reply, waits: list[float]
) -> None:
    loopback.replies["zorbinka"] = [failure, WHOLE]
    (found,) = asking().ask(ZORBINKA)
    assert found.place.name == "Zorbinka"
    assert watch.slept == pytest.approx(waits)


def test_one_broken_hit_leaves_the_others(asking: Asking, loopback: Loopback) -> None:
    broken: dict[str, Any] = HIT | {"osm_id": None}
    loopback.replies["zorbinka"] = [Reply(json.dumps([broken, HIT, HIT]))]
    assert len(asking().ask(ZORBINKA)) == 1


def test_back_off_grows_and_ends(asking: Asking, loopback: Loopback, watch: Watch, cache: AnswerCache) -> None:
    loopback.otherwise = Reply("down", 503)
    with pytest.raises(NoAnswerError):
        asking().ask(ZORBINKA)
    assert watch.slept == pytest.approx([0, 2, 0, 4, 0, 8, 0])
    assert cache.known([ZORBINKA]) == {}


@pytest.mark.parametrize(
    "reply",
    [
        Reply("blocked", 403),
        Reply("who are you", 401),
        Reply("pay", 402),
        Reply("later", 429, {"Retry-After": "86400"}),
        Reply("later", 503, {"Retry-After": "3600"}),
    ],
    ids=lambda reply: f"{reply.status} {reply.body}",
)
def test_a_server_that_refuses_is_not_asked_again(asking: Asking, loopback: Loopback, reply: Reply) -> None:
    loopback.otherwise = reply
    asker = asking()
    for name in ("Zorbinka", "Trelovac", "Gradivo"):
        with pytest.raises(NoAnswerError):
            asker.ask(Question(name=name))
    assert loopback.names == ["Zorbinka"]


def test_a_server_that_is_not_there_is_given_up(asking: Asking, watch: Watch) -> None:
    asker = asking(url="http://127.0.0.1:1")
    reasons = []
    for number in range(20):
        with pytest.raises(NoAnswerError) as error:
            asker.ask(Question(name=f"Name {number}"))
        reasons.append(str(error.value))
    assert len(watch.slept) == 3 * 7
    assert all("refused" in reason for reason in reasons)


def test_one_question_that_the_server_dislikes_does_not_end_the_others(asking: Asking, loopback: Loopback) -> None:
    loopback.replies["zorbinka"] = [Reply("no such query", 400)]
    asker = asking()
    with pytest.raises(NoAnswerError):
        asker.ask(ZORBINKA)
    assert loopback.names == ["Zorbinka"]
    assert asker.ask(Question(name="Trelovac")) == ()
