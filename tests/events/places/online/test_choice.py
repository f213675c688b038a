"""Whom to ask is chosen once and whole: a service, a name to be called by, a server."""

from typing import Any

import pytest

from events.places.online.choice import OnlineChoice
from events.places.online.service import service_named
from schemas.errors import UsageError

AGENT = "Sudan Monitor, desk@example.org"
NOTHING: dict[str, Any] = {"service": None, "agent": None, "url": None, "refresh_days": None}


def test_nothing_is_asked_unless_a_service_is_named() -> None:
    assert OnlineChoice.read({}, NOTHING) is None
    assert OnlineChoice.read({"agent": AGENT}, NOTHING) is None


def test_the_command_line_is_laid_over_the_table() -> None:
    choice = OnlineChoice.read({"service": "nominatim", "agent": AGENT}, NOTHING | {"service": "photon"})
    assert choice is not None
    service = service_named("photon")
    access = choice.access(service, key=None)
    assert (access.url, access.key) == ("https://photon.komoot.io", None)
    assert access.agent.startswith(AGENT)
    assert choice.interval(service) == 1.0


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("http://127.0.0.1:8080/", "127.0.0.1:8080"),
        ("https://geo.example.org/nominatim/", "geo.example.org/nominatim"),
        ("http://[::1]:8080", "[::1]:8080"),
    ],
)
def test_a_server_of_ones_own_has_its_own_pace(url: str, place: str) -> None:
    choice = OnlineChoice(service="nominatim", agent=AGENT, url=url, per_second=50)
    service = service_named("nominatim")
    assert choice.access(service, key=None).place == place
    assert choice.interval(service) == 0.02


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"service": "nominatim"}, "nominatim wants to know who asks"),
        ({"service": "nominatim", "agent": " "}, "nominatim wants to know who asks"),
        ({"service": "nominatim", "agent": "a\r\nX-Header: b"}, "cannot be sent as an agent string"),
        ({"service": "nominatim", "agent": "Монитор"}, "'Монитор' cannot be sent as an agent string"),
        ({"service": "gogle", "agent": AGENT}, "No online service is called 'gogle'. Services are nominatim, photon"),
        ({"service": "nominatim", "agent": AGENT, "per_second": 50}, "the public one has its own pace"),
        ({"service": "nominatim", "agent": AGENT, "url": "http://x", "per_second": 0}, "[online] 'per_second'"),
        ({"service": "nominatim", "agent": AGENT, "pace": 3}, "[online] 'pace'"),
        ({"service": "nominatim", "agent": AGENT, "refresh_days": -1}, "[online] 'refresh_days'"),
        ({"url": "https://example.org"}, "Nothing is asked without --online SERVICE"),
        *(
            ({"service": "nominatim", "agent": AGENT, "url": url}, "is no server's address")
            for url in (
                "example.org", "ftp://example.org", "file:///etc/passwd", "https://", "http://a:b@example.org",
                "http://example.org:99999", "http://example.org?q=", "http://exa mple.org\n", "http://[::1",
            )
        ),
    ],
)  # fmt: skip
def test_a_wrong_choice_is_refused_in_one_line(chosen: dict[str, Any], told: str) -> None:
    with pytest.raises(UsageError) as error:
        OnlineChoice.read({}, NOTHING | chosen)
    assert told in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("name", ["geonames", "opencage"])
def test_a_key_comes_from_the_environment_alone(name: str) -> None:
    choice, service = OnlineChoice(service=name, agent=AGENT), service_named(name)
    with pytest.raises(UsageError, match=rf"Set the variable {service.key_variable}"):
        choice.access(service, key=None)
    assert choice.access(service, key="k").key == "k"
    with pytest.raises(UsageError, match="'key'"):
        OnlineChoice.read({"service": name, "agent": AGENT, "key": "k"}, NOTHING)
